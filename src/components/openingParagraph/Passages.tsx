import {createElement, Fragment} from 'react';
import type {ReactNode} from 'react';
import {phrasesOf} from '#core/planning/openingParagraphFile.ts';
import type {Passage} from '#core/planning/openingParagraphParts.ts';
import type {Phrase} from '#core/templates/phrases.ts';
import styles from './styles.module.css';

interface Props {
  passages: readonly Passage[];
  /** The level of the text's own title on the page. */
  level: 3 | 4;
}

/** A finished text as people will read it. What is still to fill in is marked and keeps its brackets. */
export function Passages({passages, level}: Props): ReactNode {
  return passages.map((passage, index) => {
    switch (passage.kind) {
      case 'heading': return createElement(`h${level + passage.level - 1}`, {key: index}, passage.text);
      case 'paragraph': return <p key={index}><Phrases phrases={phrasesOf(passage)} /></p>;
      case 'list': return <ul key={index}>{passage.items.map((item, at) => <li key={at}><Phrases phrases={item} /></li>)}</ul>;
    }
  });
}

function Phrases({phrases}: {phrases: readonly Phrase[]}): ReactNode {
  return phrases.map(({kind, text}, index) => {
    if (kind === 'strong') return <strong key={index}>{text}</strong>;
    return kind === 'blank' ? <mark key={index} className={styles.gap}>{text}</mark> : <Fragment key={index}>{text}</Fragment>;
  });
}
