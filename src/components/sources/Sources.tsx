import type {ReactNode} from 'react';
import type {CitedSource, SourceGroup} from '#core/sources/citations.ts';
import {plainLink} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface Props {
  groups: readonly SourceGroup[];
  linkTo?: LinkTo;
}

/** The id of a group's heading. No source has it, since keys are capitals. */
export function groupId({id}: Pick<SourceGroup, 'id'>): string {
  return `group-${id}`;
}

/** Every source that the site relies on, once, with the pages that cite it. */
export function Sources({groups, linkTo = plainLink}: Props): ReactNode {
  return (
    <div>
      <nav aria-label="Groups of sources">
        <ul>{groups.map((group) => <li key={group.id}><a href={`#${groupId(group)}`}>{group.name}</a> ({group.sources.length})</li>)}</ul>
      </nav>
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={groupId(group)}>
          <h2 id={groupId(group)}>{group.name}</h2>
          <ul className={styles.list}>{group.sources.map((source) => <Item key={source.key} source={source} linkTo={linkTo} />)}</ul>
        </section>
      ))}
    </div>
  );
}

function Item({source: {key, title, url, pages}, linkTo}: {source: CitedSource; linkTo: LinkTo}): ReactNode {
  return (
    <li id={key}>
      {url === undefined ? title : <a href={url}>{title}</a>} <span className="aw-tag">{key}</span>
      {pages.length > 0 && (
        <p className={styles.pages}>
          Cited by: {pages.map((page, index) => <span key={page.url}>{index > 0 && ', '}{linkTo({href: page.url, children: page.title})}</span>)}
        </p>
      )}
    </li>
  );
}
