/** The groups of fields, in the order of the template "Standard opening paragraph". */
export const GROUPS = {
  about: 'What you ask about',
  open: 'What is open and what is settled',
  use: 'What happens to the answers',
  reply: 'How people reply',
  contact: 'Your contact',
  formats: 'Other formats',
} as const;
export type Group = keyof typeof GROUPS;

export interface Field {
  label: string;
  hint: string;
  group: Group;
  /** `line`: a few words. `text`: words over several lines that make one. `lines`: one item on each line. */
  kind: 'line' | 'text' | 'lines';
  /** What stands in square brackets in the text while the field is empty. */
  gap: string;
}

const line = (group: Group, label: string, hint: string, gap: string): Field => ({group, label, hint, gap, kind: 'line'});
const text = (group: Group, label: string, hint: string, gap: string): Field => ({group, label, hint, gap, kind: 'text'});
const lines = (group: Group, label: string, hint: string, gap: string): Field => ({group, label, hint, gap, kind: 'lines'});

/** Everything that can be typed, in the order in which it is asked. */
export const FIELDS = {
  name: line('about', 'Name of the consultation', 'In everyday words, such as: Swimming pool hours.', 'name of the consultation'),
  organisation: lines('about', 'Who is asking', 'Your organisation. If several ask together, put each on a line of its own.', 'name of organisation'),
  purpose: text('about', 'What has to be decided', 'Ends the sentence “Sample Council has to decide …”, such as: when its three swimming pools open.', 'the decision, in one plain sentence'),
  whyNow: text('about', 'Why you ask now', 'Ends the sentence “We ask now because …”, such as: the contract for staff ends in March.', 'the reason'),
  changeable: lines('open', 'What answers can change', 'One thing on each line, such as: the opening hours.', 'what is open'),
  fixed: lines('open', 'What they cannot change, and why', 'One thing on each line, with its reason after “because”. Such as: the number of pools, because the council has set it.', 'what is settled'),
  decided: lines('open', 'What is decided already', 'Ends the sentence “The council decided …”, such as: to keep all three pools. One decision on each line.', 'the decision'),
  decidedBy: line('open', 'Who decided it', 'Such as: the council.', 'who decided'),
  decidedOn: line('open', 'When it was decided', 'A full date, such as: 4 March 2027.', 'date of that decision'),
  decidedWhere: text('open', 'Where people can read that decision', 'A web address, and a place on paper.', 'where to read it'),
  dropped: lines('open', 'Options you looked at and dropped, and why', 'One on each line, with its reason after “because”. Leave out what nobody would have thought realistic.', 'option dropped'),
  team: line('use', 'Who reads every answer', 'A team or a role, such as: the leisure team.', 'team'),
  decisionMakers: line('use', 'Who decides', 'Such as: the leisure committee.', 'decision makers'),
  decisionOn: line('use', 'When they decide', 'A full date, such as: 12 July 2027.', 'date of the decision'),
  besides: lines('use', 'What else they weigh', 'One thing on each line, such as: cost.', 'what else counts'),
  feedbackOn: line('use', 'When you publish the result', 'A full date.', 'date of the result'),
  feedbackWhere: lines('use', 'Where people find the result', 'One place on each line: a web address, and places on paper.', 'address on the web and places on paper'),
  closesOn: line('reply', 'Last day to reply', 'A full date with its year, such as: 28 May 2027. We add the day of the week.', 'day and full date'),
  closesAt: line('reply', 'Time on that day', 'Such as: 5pm.', 'time'),
  replyWeb: text('reply', 'Reply on the web', 'The web address of the form.', 'web address'),
  replyForm: lines('reply', 'Where to get the paper form', 'One place on each line, such as: any library.', 'places'),
  replyPost: text('reply', 'Reply by post', 'The full address, or a freepost address.', 'postal address'),
  replyPhone: line('reply', 'Reply by phone', 'The number.', 'phone number'),
  replyInPerson: lines('reply', 'Reply in person', 'One event on each line, with place, day and time.', 'places and dates'),
  privacy: text('reply', 'Where the privacy notice is', 'A web address.', 'address of the privacy notice'),
  contactName: line('contact', 'Name or role', 'A person who knows the subject, or a role such as: the pools consultation officer.', 'name or role'),
  contactPhone: line('contact', 'Phone', 'The number.', 'phone number'),
  contactHours: line('contact', 'When the phone is answered', 'Such as: Monday to Friday, 9am to 5pm.', 'days and hours'),
  contactText: line('contact', 'Text messages (if you take them)', 'A mobile number.', 'mobile number'),
  contactEmail: line('contact', 'E-mail', 'An inbox that somebody else can read when the contact is away.', 'e-mail address'),
  contactPost: text('contact', 'Post', 'The full address with its postcode.', 'postal address'),
  languages: lines('formats', 'Languages you name', 'One on each line. Ask which languages people near you read.', 'languages'),
  otherFormats: lines('formats', 'Any other format', 'Ends “We can send it to you …”, such as: on yellow paper. One on each line.', 'in which formats'),
  formatDays: line('formats', 'Working days to send a format', 'A number that your suppliers have agreed to, such as: 5.', 'number'),
} as const satisfies Record<string, Field>;

export type TextField = keyof typeof FIELDS;
export const TEXT_FIELDS = Object.keys(FIELDS) as [TextField, ...TextField[]];

interface Format {
  label: string;
  /** After "We can send it to you". */
  sent: string;
  /** After "To get this in". */
  short: string;
}

/** Formats that can be sent, in the order and words of the template "Alternative format statement". */
export const FORMATS = {
  'large-print': {label: 'Large print', sent: 'in large print', short: 'large print'},
  'easy-read': {label: 'Easy Read', sent: 'in Easy Read', short: 'Easy Read'},
  braille: {label: 'Braille', sent: 'in Braille', short: 'Braille'},
  audio: {label: 'Audio recording', sent: 'as a recording', short: 'audio'},
  'bsl-video': {label: 'British Sign Language video', sent: 'as a British Sign Language video', short: 'British Sign Language'},
  word: {label: 'Plain Word file for screen readers', sent: 'as a plain Word file for screen readers', short: 'plain Word'},
  translation: {label: 'Translation', sent: 'in another language', short: 'another language'},
  interpreter: {label: 'A meeting with a British Sign Language interpreter', sent: '', short: ''},
} as const satisfies Record<string, Format>;

export type FormatId = keyof typeof FORMATS;
export const FORMAT_IDS = Object.keys(FORMATS) as [FormatId, ...FormatId[]];
