import {textIn} from './openingParagraph.ts';
import type {OpeningParagraph} from './openingParagraph.ts';
import {FORMATS} from './openingParagraphFields.ts';
import {contactLines, fill, formatsInShort, sentenceOrList} from './openingParagraphParts.ts';
import type {Passage, Sentence} from './openingParagraphParts.ts';
import {itemsOf, oneLine, plain, say} from './openingParagraphWords.ts';

/** The offer of other formats in the words of the template "Alternative format statement", at the length that the draft asks for. */
export function formatPassages(draft: OpeningParagraph): Passage[] {
  const title: Passage = {kind: 'heading', level: 1, text: 'Would you like this in another format?'};
  if (draft.length === 'leaflet') {
    return [title, {
      kind: 'paragraph',
      sentences: [
        {
          about: 'contactName',
          phrases: say('To get this in ', formatsInShort(draft), ', ask ', fill(draft, 'contactName'), ' on ', fill(draft, 'contactPhone'), ', at ', fill(draft, 'contactEmail'), ' or by post at ', fill(draft, 'contactPost'), '.'),
        },
        {about: 'formatDays', phrases: plain('There is no charge.')},
      ],
    }];
  }
  const languages = itemsOf(textIn(draft, 'languages'));
  const sent = [
    ...draft.formats.filter((id) => id !== 'interpreter').flatMap((id) => (id === 'translation' ? [...languages.map((language) => `in ${language.replace(/^in /i, '')}`), FORMATS[id].sent] : [FORMATS[id].sent])),
    ...itemsOf(textIn(draft, 'otherFormats')),
  ];
  const days = oneLine(textIn(draft, 'formatDays'));
  const interpreter: Sentence[] = draft.formats.includes('interpreter')
    ? [{about: 'formatDays', phrases: plain(`We can ${sent.length > 0 ? 'also ' : ''}meet you with a British Sign Language interpreter.`)}] : [];
  return [
    title,
    ...(sent.length === 0 && interpreter.length > 0 ? [{kind: 'paragraph' as const, sentences: interpreter}]
      : sentenceOrList('otherFormats', undefined, plain('We can send it to you'), sent, interpreter, 'or')),
    {kind: 'list', about: 'contactName', items: contactLines(draft, {name: 'Ask', post: 'Write'})},
    {
      kind: 'paragraph',
      sentences: [
        {about: 'formatDays', phrases: plain('It is free.')},
        {about: 'formatDays', phrases: say('We send it within ', fill(draft, 'formatDays'), days === '1' ? ' working day.' : ' working days.')},
        {about: 'formatDays', phrases: plain('If that leaves you too little time to reply, we will give you more.')},
      ],
    },
  ];
}
