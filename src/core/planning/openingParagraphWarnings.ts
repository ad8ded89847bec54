import {wordsToAvoidIn} from '../checker/findWords.ts';
import {sentencesOf} from '../checker/sentences.ts';
import {writeDay} from '../records/londonDay.ts';
import {textOf} from '../templates/phrases.ts';
import {daysBetween, weekdayOf} from './days.ts';
import {textIn} from './openingParagraph.ts';
import type {OpeningParagraph} from './openingParagraph.ts';
import {contactWarnings, formatWarnings, replyWarnings} from './openingParagraphContact.ts';
import {readDay, readTime, WITHIN} from './openingParagraphDates.ts';
import type {ReadDay} from './openingParagraphDates.ts';
import {FIELDS, TEXT_FIELDS} from './openingParagraphFields.ts';
import type {TextField} from './openingParagraphFields.ts';
import {formatPassages} from './openingParagraphOffer.ts';
import {openingPassages} from './openingParagraphText.ts';
import {countWords, itemsOf, LONG_SENTENCE, oneLine, reasonedIn} from './openingParagraphWords.ts';
import {warn} from './openingParagraphSources.ts';
import type {SourceId, Warning} from './openingParagraphSources.ts';

/** Answers that name nothing. */
const NOTHING = /^(?:nothing|none|no|not? ?applicable|n\/?a|nil|not much|nothing (?:can|will) change|-+)$/i;
/** What the template's second test calls only colours and names. */
const TRIFLE = /^(?:the |its |their )?(?:colou?rs?|names?|logos?|titles?|fonts?|branding|pictures?|designs? of (?:the )?(?:logo|leaflet))\b/i;
/** Weeks within which the government's Consultation Principles of 2018 ask departments to publish a response, or to explain. */
const WEEKS_TO_RESPOND = 12;

/** Everything a text of this kind cannot do without, with the reason. */
const NEEDED: readonly [TextField, string, string, SourceId][] = [
  ['name', 'Give the consultation a name.', 'People look for it by name, and so does your switchboard.', 'paragraph'],
  ['organisation', 'Say who is asking.', 'People want to know who will act on what they say.', 'paragraph'],
  ['purpose', 'Say what has to be decided, in one sentence.', 'Nobody can give a useful view on an unknown question.', 'purpose'],
  ['whyNow', 'Say why you ask now.', 'The second Gunning principle asks for enough reasons to think and reply.', 'gunning'],
  ['changeable', 'Name at least one thing that answers can change.', 'The first Gunning principle: you consult while proposals are still being formed.', 'gunning'],
  ['fixed', 'Name what answers cannot change, and why.', 'Hiding the limits costs trust later. Saying them early costs a sentence.', 'paragraph'],
  ['team', 'Say who reads every answer.', 'The fourth Gunning principle: decision makers take answers conscientiously into account. Somebody has to read them first.', 'gunning'],
  ['decisionMakers', 'Say who decides.', 'People judge a promise by who makes it.', 'paragraph'],
  ['feedbackWhere', 'Say where people find the result.', 'People who hear nothing back do not answer the next time.', 'feedback'],
  ['privacy', 'Say where the privacy notice is.', 'People must be able to find out what you do with their details before they give them.', 'privacy'],
];

const is = (draft: OpeningParagraph, field: TextField): boolean => oneLine(textIn(draft, field)) !== '';

function missing(draft: OpeningParagraph): Warning[] {
  return NEEDED.flatMap(([field, says, why, source]) => (is(draft, field) ? [] : [warn('must', field, says, why, source)]));
}

function openWarnings(draft: OpeningParagraph): Warning[] {
  const changeable = itemsOf(textIn(draft, 'changeable'));
  const bare = (field: 'fixed' | 'dropped'): string[] => reasonedIn(textIn(draft, field)).filter(({why}) => why === '').flatMap(({whats}) => whats);
  const unexplained = bare('fixed').filter((item) => !NOTHING.test(item));
  const fixed = itemsOf(textIn(draft, 'fixed'));
  const undropped = bare('dropped');
  const fixedWithoutThing = (['fixed', 'dropped'] as const).filter((field) => reasonedIn(textIn(draft, field)).some(({whats}) => whats.length === 0));
  return [
    ...(changeable.length > 0 && changeable.every((item) => NOTHING.test(item))
      ? [warn('must', 'changeable', 'If answers can change nothing, then do not call it a consultation. Call it an announcement, or wait until something is open.', 'The first Gunning principle: you consult while proposals are still being formed.', 'gunning')] : []),
    ...(changeable.length > 0 && changeable.every((item) => TRIFLE.test(item))
      ? [warn('check', 'changeable', 'If answers can change only colours and names, do not call it a consultation.', 'People who gave their time find out later that nothing of weight was open.', 'purpose')] : []),
    ...(fixed.length > 0 && fixed.every((item) => NOTHING.test(item))
      ? [warn('must', 'fixed', 'Something is always settled: the law, the budget or the calendar. Name at least one thing and why.', 'Hiding the limits costs trust later. Saying them early costs a sentence.', 'paragraph')] : []),
    ...(unexplained.length > 0
      ? [warn('must', 'fixed', `Say why: ${unexplained.slice(0, 3).map((item) => `“${item}”`).join(', ')}. Write “because” and the reason after it, in the same line.`, 'A limit without a reason looks like a refusal to listen.', 'paragraph')] : []),
    ...fixedWithoutThing.map((field) => warn('must', field, 'A line holds a reason and no thing. Write the thing before “because”.', 'Readers cannot tell what the reason is for.', 'paragraph')),
    ...(is(draft, 'dropped') ? [] : [warn('check', 'dropped', 'Did you look at other options and drop them? Name the realistic ones, each with its reason.', 'In the Moseley case (2014) a consultation was unlawful because it implied that the preferred option was the only one.', 'gunning')]),
    ...(undropped.length > 0
      ? [warn('must', 'dropped', `Say why you dropped it: ${undropped.slice(0, 3).map((item) => `“${item}”`).join(', ')}. Write “because” and the reason after it.`, 'Fairness can require a brief outline of realistic options that you dropped, and why.', 'gunning')] : []),
    ...decidedWarnings(draft),
  ];
}

function decidedWarnings(draft: OpeningParagraph): Warning[] {
  const lines = itemsOf(textIn(draft, 'decided'));
  const why = 'Readers must know who took that decision, and be able to look it up.';
  if (draft.nothingDecided) return lines.length > 0 ? [warn('must', 'decided', 'You ticked that nothing is decided, and you wrote a decision too. Take one of them out.', 'The text says “Nothing has been decided.” and leaves the decision out.', 'paragraph')] : [];
  if (lines.length === 0) return [warn('must', 'decided', 'Say what is decided already. If nothing is, tick the box.', 'People must not spend time on what is settled. The Staffordshire Compact asks for this.', 'paragraph')];
  return [
    ...(is(draft, 'decidedBy') ? [] : [warn('must', 'decidedBy', 'Say who decided it.', why, 'paragraph')]),
    ...(is(draft, 'decidedWhere') ? [] : [warn('check', 'decidedWhere', 'Say where people can read that decision.', why, 'paragraph')]),
  ];
}

/** What is wrong with a date, or null. `what`: the date in words. */
function dayFault(read: ReadDay, what: string): string | null {
  switch (read.kind) {
    case 'day': return null;
    case 'empty': return `Give ${what}.`;
    case 'no-year': return `Write ${what} with its year in four figures, such as 28 May 2027.`;
    case 'counted': return `Write ${what} as a date. “Within 28 days” sends readers off to find a postmark.`;
    case 'impossible': return `There is no such day in the calendar. Correct ${what}.`;
    case 'wrong-weekday': return `${writeDay(read.day)} is a ${weekdayOf(read.day)}, not a ${read.said}. Correct ${what}.`;
    case 'unread': return `Write ${what} as one date, such as 28 May 2027.`;
  }
}

const dayOf = (draft: OpeningParagraph, field: TextField): string | null => {
  const read = readDay(textIn(draft, field));
  return read.kind === 'day' ? read.day : null;
};

function dateWarnings(draft: OpeningParagraph, today: string): Warning[] {
  const dated: readonly [TextField, string, string, SourceId, boolean][] = [
    ['decidedOn', 'the date of the earlier decision', 'Readers need it to find the decision.', 'paragraph', !draft.nothingDecided && is(draft, 'decided')],
    ['decisionOn', 'the date of the decision', 'People want to know when it is too late to speak.', 'paragraph', true],
    ['feedbackOn', 'the date of the result', 'A date that people can check is worth more than “in due course”.', 'feedback', true],
    ['closesOn', 'the last day to reply', 'The third Gunning principle asks for enough time. People can only plan it when the date is plain.', 'time', true],
  ];
  const [decided, decides, feedback, closes] = [dayOf(draft, 'decidedOn'), dayOf(draft, 'decisionOn'), dayOf(draft, 'feedbackOn'), dayOf(draft, 'closesOn')];
  const time = readTime(textIn(draft, 'closesAt'));
  const late = 'The fourth Gunning principle: answers are read and weighed before the decision.';
  return [
    ...dated.flatMap(([field, what, why, source, isAsked]) => {
      const fault = isAsked ? dayFault(readDay(textIn(draft, field)), what) : null;
      return fault === null ? [] : [warn('must', field, fault, why, source)];
    }),
    ...(closes !== null && closes < today ? [warn('must', 'closesOn', 'The last day to reply is over. Give a day still to come.', 'The third Gunning principle asks for enough time to reply.', 'time')] : []),
    ...(closes === today ? [warn('check', 'closesOn', 'Replies close today. Is that the day you mean?', 'The third Gunning principle asks for enough time to reply.', 'time')] : []),
    ...(decided !== null && decided > today && !draft.nothingDecided ? [warn('check', 'decidedOn', 'That decision lies in the future, so it is not decided yet. Correct the date, or move it to what is open.', 'Readers take you at your word on what is settled.', 'paragraph')] : []),
    ...(closes !== null && decides !== null && decides <= closes ? [warn('must', 'decisionOn', 'The decision comes on or before the last day to reply. Move one of them.', late, 'gunning')] : []),
    ...(closes !== null && feedback !== null && feedback <= closes ? [warn('must', 'feedbackOn', 'The result comes out on or before the last day to reply. Move it.', late, 'feedback')] : []),
    ...(decides !== null && feedback !== null && feedback < decides && (closes === null || feedback > closes)
      ? [warn('must', 'feedbackOn', 'You promise the decision and its reasons before the day of the decision. Move one of them.', 'The text says that you publish the report, the decision and the reasons.', 'feedback')] : []),
    ...(closes !== null && feedback !== null && daysBetween(closes, feedback) > WEEKS_TO_RESPOND * 7
      ? [warn('check', 'feedbackOn', 'More than 12 weeks pass between the last reply and the result. Bring it forward, or say why it takes so long.', 'The Consultation Principles of 2018 ask government departments for 12 weeks or a reason. For others that is good practice.', 'feedback')] : []),
    ...(time.kind === 'time' ? [] : [warn(time.kind === 'empty' ? 'check' : 'must', 'closesAt', {
      empty: 'Give the time of day, such as 5pm.', unread: 'Write the time as 5pm, 5:30pm or 17:00.', 'no-half': 'Say whether that is morning or afternoon, such as 5pm.',
      midnight: 'Midnight may be the start of the day or its end. Write 11:59pm.',
    }[time.kind], 'Somebody will reply on the last evening and wonder whether it counts.', 'paragraph')]),
  ];
}

/** Fields whose words are the author's own prose. */
const PROSE: readonly TextField[] = ['name', 'purpose', 'whyNow', 'changeable', 'fixed', 'decided', 'dropped', 'team', 'decisionMakers', 'besides', 'otherFormats'];

/** Fields in which a period would stand for the last day to reply. The contact may say how soon somebody answers. */
const REPLY: readonly TextField[] = ['feedbackWhere', 'replyWeb', 'replyForm', 'replyPost', 'replyPhone', 'replyInPerson'];

function wordWarnings(draft: OpeningParagraph): Warning[] {
  const purpose = countWords(textIn(draft, 'purpose'));
  return [
    ...(purpose > LONG_SENTENCE ? [warn('must', 'purpose', `This has ${purpose} words. Say what has to be decided in ${LONG_SENTENCE} or fewer.`, 'If the purpose does not fit a sentence, it is not clear yet.', 'purpose')] : []),
    ...[...PROSE, ...REPLY].filter((field) => WITHIN.test(textIn(draft, field)))
      .map((field) => warn('check', field, 'Give a date instead of “within” so many days.', 'Readers cannot tell from which day to count.', 'paragraph')),
    ...PROSE.filter((field) => /\b(?:no alternatives?|only (?:possible |realistic )?option|no other (?:option|choice))\b/i.test(textIn(draft, field)))
      .map((field) => warn('check', field, 'You say that there is no other way. Is that so? Name what else you looked at.', 'In the Moseley case (2014) a consultation was unlawful because it implied that the preferred option was the only one.', 'gunning')),
    ...PROSE.filter((field) => /\bmay (?:use|consider|read|look|take|think)\b/.test(textIn(draft, field)))
      .map((field) => warn('check', field, 'Look at the word “may”. Say what you will do.', '“We may use your views” tells people that you will not.', 'template')),
    ...PROSE.filter((field) => /\b(?:majority|most (?:people|votes) (?:want|choose|win)|referendum)\b/i.test(textIn(draft, field)))
      .map((field) => warn('check', field, 'Do not promise to count votes. Say that you consider every view.', 'A promise of a count turns a consultation into a vote.', 'paragraph')),
    ...PROSE.flatMap((field) => wordsToAvoidIn(textIn(draft, field)).map(({found, entry}) =>
      warn('check', field, `“${found}” says less than it seems. Write instead: ${entry.instead}.`, 'Plain words reach more people.', 'words'))),
    ...longSentences(draft),
  ];
}

function longSentences(draft: OpeningParagraph): Warning[] {
  const texts = [...openingPassages(draft), ...formatPassages(draft)].flatMap((passage) => {
    if (passage.kind === 'heading') return [];
    return passage.kind === 'list' ? passage.items.map((item) => ({about: passage.about, text: textOf(item)})) : passage.sentences.map(({about, phrases}) => ({about, text: textOf(phrases)}));
  }).filter(({about}) => PROSE.includes(about) || about === 'feedbackOn');
  return texts.flatMap(({about, text}) => sentencesOf({kind: 'paragraph', text, line: 1}).filter(({words}) => words > LONG_SENTENCE).map(({words, text: sentence}) =>
    warn('check', about, `A sentence of the text has ${words} words: “${sentence.slice(0, 60).trim()}…” Shorten what you wrote here.`, `GOV.UK asks writers to look again at a sentence of more than ${LONG_SENTENCE} words.`, 'sentences')));
}

/**
 * What is missing or weak, in the order of the fields, what must be put right first in each. `today`: the day in London, as 2027-05-28.
 * No field is told the same twice.
 */
export function warningsOf(draft: OpeningParagraph, today: string): Warning[] {
  const all = [
    ...missing(draft), ...openWarnings(draft), ...dateWarnings(draft, today), ...replyWarnings(draft), ...contactWarnings(draft), ...formatWarnings(draft), ...wordWarnings(draft),
  ];
  const order = (warning: Warning): number => (warning.level === 'must' ? 0 : 1000) + (warning.field === 'formats' ? TEXT_FIELDS.indexOf('languages') - 0.5 : TEXT_FIELDS.indexOf(warning.field));
  return all.filter((warning, index) => all.findIndex((other) => other.field === warning.field && other.says === warning.says) === index)
    .sort((a, b) => order(a) - order(b));
}

/** The name of what a warning is about, as its field is labelled. */
export function labelOf(field: Warning['field']): string {
  return field === 'formats' ? 'Formats' : FIELDS[field].label;
}
