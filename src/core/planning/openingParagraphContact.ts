import {textIn} from './openingParagraph.ts';
import type {OpeningParagraph} from './openingParagraph.ts';
import type {TextField} from './openingParagraphFields.ts';
import {warn} from './openingParagraphSources.ts';
import type {Warning} from './openingParagraphSources.ts';
import {itemsOf, oneLine} from './openingParagraphWords.ts';

/** Names that tell nobody who is responsible. */
const NOBODY = /^(?:the )?(?:\w+ )?(?:council|switchboard|customer services?|contact centre|call centre|reception|enquiries|us|(?:the )?team|admin|office)$/i;
/** Inboxes that have seldom heard of the consultation. */
const GENERAL_INBOX = /^(?:info|enquir(?:y|ies)|contact(?:us)?|customer\.?services?|admin|office|mail|hello)@/i;
/** After the format that the Office for National Statistics and Royal Mail use. */
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i;
const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)+$/;

const value = (draft: OpeningParagraph, field: TextField): string => oneLine(textIn(draft, field));
const digits = (text: string): number => text.replace(/\D/g, '').length;

/** A number in full has ten figures or more; 101 and 111 are numbers too. Eight is where a local number without its code ends. */
function phoneFault(text: string): string | null {
  const count = digits(text);
  if (count >= 10 || (count === 3 && !/\p{L}/u.test(text))) return null;
  return count === 0 ? 'This holds no phone number. Write its figures.' : 'This phone number looks too short. Write it with its area code.';
}

/** What is missing or weak in the named contact: a name or role, a phone number, an e-mail address and a postal address. */
export function contactWarnings(draft: OpeningParagraph): Warning[] {
  const name = value(draft, 'contactName');
  const [phone, mobile, email, post] = [value(draft, 'contactPhone'), value(draft, 'contactText'), value(draft, 'contactEmail'), value(draft, 'contactPost')];
  const rule = 'The named-contact rule: a named person or role, who can be reached by phone, by e-mail and by post.';
  const faults: Warning[] = [];
  if (name === '') faults.push(warn('must', 'contactName', 'Name a person or a role.', rule, 'contact'));
  else if (NOBODY.test(name)) faults.push(warn('must', 'contactName', `“${name}” is nobody in particular. Name a person, or a role that one person holds.`, 'A name tells people that somebody is responsible.', 'contact'));
  if (phone === '') faults.push(warn('must', 'contactPhone', 'Give a phone number.', 'The phone helps people who find writing hard.', 'channels'));
  const fault = phone === '' ? null : phoneFault(phone);
  if (fault !== null) faults.push(warn('check', 'contactPhone', fault, 'People seldom try a second time.', 'contact'));
  if (phone !== '' && value(draft, 'contactHours') === '') faults.push(warn('check', 'contactHours', 'Say when somebody picks up.', 'People who ring in vain take it that nobody cares.', 'contact'));
  if (mobile !== '' && phoneFault(mobile) !== null) faults.push(warn('check', 'contactText', 'This mobile number looks too short. Check it.', 'People seldom try a second time.', 'contact'));
  if (email === '') faults.push(warn('must', 'contactEmail', 'Give an e-mail address.', 'Many Deaf people use it, and people who work when your office is shut.', 'channels'));
  else if (!EMAIL.test(email)) faults.push(warn('must', 'contactEmail', 'This is no e-mail address. Write it as name@example.org.', 'A web form is no contact, since nobody can ask it a question.', 'contact'));
  else if (GENERAL_INBOX.test(email)) faults.push(warn('check', 'contactEmail', 'Is this a general inbox? Give one that belongs to this consultation, or brief the people who read it.', 'An inbox that has never heard of the consultation fails the named-contact rule.', 'contact'));
  if (post === '') faults.push(warn('must', 'contactPost', 'Give a postal address.', 'Post is for people who are offline, and for groups that want a record.', 'channels'));
  else if (!POSTCODE.test(post) && !/\bfreepost\b/i.test(post)) faults.push(warn('check', 'contactPost', 'This address has no postcode. Add it, or say that it is freepost.', 'Letters without one arrive late, and some after the last day.', 'contact'));
  return faults;
}

/** What is missing or weak in the ways to reply. */
export function replyWarnings(draft: OpeningParagraph): Warning[] {
  const has = (field: TextField): boolean => value(draft, field) !== '';
  const offline = (['replyForm', 'replyPost', 'replyPhone', 'replyInPerson'] as const).filter(has);
  const faults: Warning[] = [];
  if (offline.length === 0 && !has('replyWeb')) faults.push(warn('must', 'replyWeb', 'Say how to reply: on the web, by post, by phone or in person.', 'Nobody can answer without a way to do so.', 'paragraph'));
  else if (offline.length === 0) faults.push(warn('must', 'replyPost', 'Add a way to reply without the internet: post, phone or in person.', 'People who are offline are often those the decision affects most.', 'channels'));
  if (has('replyForm') && !has('replyPost') && !has('replyInPerson')) faults.push(warn('check', 'replyPost', 'Say where to send the paper form, or where to hand it in.', 'A form that nobody can return is no way to reply.', 'paragraph'));
  const fault = has('replyPhone') ? phoneFault(value(draft, 'replyPhone')) : null;
  if (fault !== null) faults.push(warn('check', 'replyPhone', fault, 'People seldom try a second time.', 'contact'));
  return faults;
}

/** What is missing or weak in the offer of other formats. */
export function formatWarnings(draft: OpeningParagraph): Warning[] {
  const {formats} = draft;
  const faults: Warning[] = [];
  if (formats.length === 0 && itemsOf(textIn(draft, 'otherFormats')).length === 0) {
    faults.push(warn('must', 'formats', 'Offer at least one other format.', 'Public bodies must make reasonable adjustments for disabled people (Equality Act 2010). A format is often the adjustment.', 'formats'));
  } else {
    const basic = (['large-print', 'easy-read', 'word'] as const).filter((id) => !formats.includes(id));
    if (basic.length > 0) faults.push(warn('check', 'formats', 'Large print, Easy Read and a plain Word file meet most requests. Have all three ready on the first day.', 'That they meet most requests is practice judgement.', 'formats'));
    if (!formats.includes('bsl-video') && !formats.includes('interpreter')) faults.push(warn('check', 'formats', 'You offer nothing in British Sign Language.', 'It is a language of its own. Deaf people who use it may not read English easily.', 'formats'));
  }
  const days = value(draft, 'formatDays');
  if (draft.length === 'document' && !/^[1-9]\d?$/.test(days)) {
    faults.push(warn('must', 'formatDays', days === '' ? 'Say within how many working days you send a format.' : 'Write the number of working days in figures, such as 5.', 'People need to know whether it will come in time.', 'formats'));
  }
  if (itemsOf(textIn(draft, 'languages')).length > 0 && !formats.includes('translation')) {
    faults.push(warn('check', 'languages', 'You name languages and do not offer a translation. Tick it, or take them out.', 'The text names languages only together with the offer of a translation.', 'formats'));
  }
  return faults;
}
