import {textOf} from '../templates/phrases.ts';
import type {Phrase} from '../templates/phrases.ts';
import {nameOf, textIn} from './openingParagraph.ts';
import type {OpeningParagraph} from './openingParagraph.ts';
import {readTime} from './openingParagraphDates.ts';
import {FIELDS} from './openingParagraphFields.ts';
import type {TextField} from './openingParagraphFields.ts';
import {contactLines, fill, fillDay, fillItems, formatsInShort, sentenceOrList} from './openingParagraphParts.ts';
import type {Passage, Sentence} from './openingParagraphParts.ts';
import {cleanItem, gap, itemsOf, joinItems, oneLine, plain, reasonedIn, say, withAt} from './openingParagraphWords.ts';
import type {Reasoned} from './openingParagraphWords.ts';

function closing(draft: OpeningParagraph): Phrase[] {
  const time = readTime(textIn(draft, 'closesAt'));
  return [...(time.kind === 'time' ? plain(time.words) : fill(draft, 'closesAt')), ...plain(' on '), ...fillDay(draft, 'closesOn')];
}

const reason = ({why}: Reasoned): Phrase[] => (why === '' ? gap('reason') : plain(why));
const whats = ({whats: items}: Reasoned, field: TextField): Phrase[] => (items.length === 0 ? gap(FIELDS[field].gap) : plain(joinItems(items, 'and')));

/** Things with their reasons: a sentence each for one or two, and else a list. */
function reasonedPassages(draft: OpeningParagraph, about: 'fixed' | 'dropped', lead: string, sentences: (group: Reasoned, index: number) => Phrase[], stem: string): Passage[] {
  const groups = reasonedIn(textIn(draft, about));
  if (groups.length <= 2) {
    return [{kind: 'paragraph', lead, sentences: (groups.length === 0 ? [{whats: [], why: ''}] : groups).map((group, index) => ({about, phrases: sentences(group, index)}))}];
  }
  return [
    {kind: 'paragraph', lead, sentences: [{about, phrases: say(stem)}]},
    {kind: 'list', about, items: groups.map((group) => say(whats(group, about), ', because ', reason(group)))},
  ];
}

const fixedSentence = (stems: readonly [string, string]) => (group: Reasoned, index: number): Phrase[] =>
  say(stems[index === 0 ? 0 : 1], ' ', whats(group, 'fixed'), ', because ', reason(group), '.');

/** The ways to reply that are filled in, each as it stands after "You can do it". */
function waysToReply(draft: OpeningParagraph): Phrase[][] {
  const has = (field: TextField): boolean => oneLine(textIn(draft, field)) !== '';
  return [
    ...(has('replyWeb') ? [say('on the web at ', fill(draft, 'replyWeb'))] : []),
    ...(has('replyForm') ? [say('on the paper form, which you find ', fillItems(draft, 'replyForm', 'or', withAt))] : []),
    ...(has('replyPost') ? [say('by post to ', fill(draft, 'replyPost'))] : []),
    ...(has('replyPhone') ? [say('by phone on ', fill(draft, 'replyPhone'))] : []),
    ...(has('replyInPerson') ? [say('in person ', fillItems(draft, 'replyInPerson', 'or', withAt))] : []),
  ];
}

const lowered = ([first, ...rest]: readonly Phrase[]): Phrase[] => (first ? [{...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1)}, ...rest] : []);

function purpose(draft: OpeningParagraph): Sentence {
  const organisations = itemsOf(textIn(draft, 'organisation'));
  // "We have to decide" is how many write it: the words that the sentence brings itself are taken off.
  const typed = cleanItem(oneLine(textIn(draft, 'purpose'))).replace(/^(?:(?:we|the council) (?:have|has) )?(?:to )?decide /i, '');
  return {
    about: 'purpose',
    phrases: say(fillItems(draft, 'organisation', 'and'), organisations.length > 1 ? ' have' : ' has', ' to decide ', typed === '' ? gap(FIELDS.purpose.gap) : plain(typed), '.'),
  };
}

function whyNow(draft: OpeningParagraph): Sentence {
  const typed = cleanItem(oneLine(textIn(draft, 'whyNow'))).replace(/^because /i, '');
  return {about: 'whyNow', phrases: say('We ask now because ', typed === '' ? gap(FIELDS.whyNow.gap) : plain(typed), '.')};
}

function decidedPassages(draft: OpeningParagraph): Passage[] {
  const lead = 'What is decided already.';
  if (draft.nothingDecided) return [{kind: 'paragraph', lead, sentences: [{about: 'decided', phrases: plain('Nothing has been decided.')}]}];
  const items = itemsOf(textIn(draft, 'decided')).map((item) => item.replace(/^decided /i, ''));
  const where = cleanItem(oneLine(textIn(draft, 'decidedWhere')));
  const read: Sentence[] = where === '' ? [] : [{about: 'decidedWhere', phrases: say(`You can read ${items.length > 1 ? 'those decisions' : 'that decision'} ${withAt(where)}.`)}];
  return sentenceOrList('decided', lead, say('On ', fillDay(draft, 'decidedOn'), ' ', fill(draft, 'decidedBy'), ' decided'), items, read);
}

function droppedPassages(draft: OpeningParagraph): Passage[] {
  if (reasonedIn(textIn(draft, 'dropped')).length === 0) return [];
  return reasonedPassages(draft, 'dropped', 'What we ruled out.',
    (group) => say('We also looked at ', whats(group, 'dropped'), group.whats.length > 1 ? ', and dropped those options because ' : ', and dropped that option because ', reason(group), '.'),
    'We also looked at these options, and dropped them:');
}

function usePassage(draft: OpeningParagraph): Passage {
  const besides = itemsOf(textIn(draft, 'besides'));
  return {
    kind: 'paragraph', lead: 'What we do with your answers.',
    sentences: [
      {about: 'team', phrases: say(fill(draft, 'team'), ' will read every one and write a report on what people said.')},
      {
        about: 'decisionMakers',
        phrases: say(fill(draft, 'decisionMakers'), ' will read that report', besides.length > 0 ? `, with facts on ${joinItems(besides, 'and')},` : '', ' and then decide on ', fillDay(draft, 'decisionOn'), '.'),
      },
    ],
  };
}

function replyPassages(draft: OpeningParagraph): Passage[] {
  const ways = waysToReply(draft);
  const by: Sentence = {about: 'closesOn', phrases: say('Tell us by ', closing(draft), '.')};
  const one = ways[0] ? lowered(ways[0]) : gap('ways to reply');
  if (ways.length < 2) return [{kind: 'paragraph', lead: 'How to reply.', sentences: [by, {about: 'replyWeb', phrases: say('You can do it ', one, '.')}]}];
  return [
    {kind: 'paragraph', lead: 'How to reply.', sentences: [by, {about: 'replyWeb', phrases: plain('You can do it:')}]},
    {kind: 'list', about: 'replyWeb', items: ways},
  ];
}

/** The opening paragraph in the words of the template "Standard opening paragraph", at the length that the draft asks for. */
export function openingPassages(draft: OpeningParagraph): Passage[] {
  const title: Passage = {kind: 'heading', level: 1, text: `${nameOf(draft)}: have your say`};
  return draft.length === 'leaflet' ? [title, ...leafletPassages(draft)] : [
    title,
    {kind: 'paragraph', lead: 'Why we ask you.', sentences: [purpose(draft), {about: 'purpose', phrases: plain('We want to know what you think before we do.')}, whyNow(draft)]},
    ...sentenceOrList('changeable', 'What you can change.', plain('Your answers can change'), itemsOf(textIn(draft, 'changeable'))),
    ...reasonedPassages(draft, 'fixed', 'What you cannot change.', fixedSentence(['We are not able to change', 'We also cannot change']), 'We are not able to change:'),
    ...decidedPassages(draft),
    ...droppedPassages(draft),
    usePassage(draft),
    {
      kind: 'paragraph', lead: 'When you hear from us.',
      sentences: [{about: 'feedbackOn', phrases: say('By ', fillDay(draft, 'feedbackOn'), ' we will publish the report, the decision and the reasons ', placesOf(draft), '.')}],
    },
    ...replyPassages(draft),
    {
      kind: 'paragraph', lead: 'Your privacy.',
      sentences: [{about: 'privacy', phrases: say('Our privacy notice says what we keep, why and for how long. You can read it at ', fill(draft, 'privacy'), '.')}],
    },
    {kind: 'heading', level: 2, text: 'Your contact'},
    {kind: 'list', about: 'contactName', items: contactLines(draft, {name: 'Name', post: 'Post'})},
    {kind: 'paragraph', sentences: [{about: 'contactName', phrases: say('If you need this in ', formatsInShort(draft), ', ask ', fill(draft, 'contactName'), ' in any of these ways.')}]},
  ];
}

function placesOf(draft: OpeningParagraph): Phrase[] {
  const items = itemsOf(textIn(draft, 'feedbackWhere')).map(withAt);
  return items.length === 0 ? [...plain('at '), ...gap(FIELDS.feedbackWhere.gap)] : plain(joinItems(items, 'and'));
}

function leafletPassages(draft: OpeningParagraph): Passage[] {
  const groups = reasonedIn(textIn(draft, 'fixed'));
  const ways = waysToReply(draft).map((way) => textOf(lowered(way)));
  return [
    {
      kind: 'paragraph',
      sentences: [
        purpose(draft),
        {about: 'changeable', phrases: say('You can still change ', fillItems(draft, 'changeable', 'and'), '.')},
        ...(groups.length === 0 ? [{whats: [], why: ''}] : groups).map((group, index): Sentence => ({about: 'fixed', phrases: fixedSentence(['We cannot change', 'We also cannot change'])(group, index)})),
        {about: 'decisionMakers', phrases: say(fill(draft, 'decisionMakers'), ' will see what everybody said, and then decide on ', fillDay(draft, 'decisionOn'), '.')},
        {about: 'feedbackOn', phrases: say('We will publish the result by ', fillDay(draft, 'feedbackOn'), ' ', placesOf(draft), '.')},
      ],
    },
    {
      kind: 'paragraph',
      sentences: [
        {about: 'closesOn', phrases: say('Please reply by ', closing(draft), '.')},
        {about: 'replyWeb', phrases: say('You can do it ', ways.length === 0 ? gap('ways to reply') : joinItems(ways, 'or'), '.')},
        {about: 'privacy', phrases: say('Our privacy notice is at ', fill(draft, 'privacy'), '.')},
      ],
    },
    {
      kind: 'paragraph',
      sentences: [{
        about: 'contactName',
        phrases: say('For questions, or for another format, ask ', fill(draft, 'contactName'), ': phone ', fill(draft, 'contactPhone'), ', e-mail ', fill(draft, 'contactEmail'), ', or write to ', fill(draft, 'contactPost'), '.'),
      }],
    },
  ];
}
