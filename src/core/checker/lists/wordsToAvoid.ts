/** A word that says less than a plainer one, in all its forms, and what to write instead. */
export interface WordToAvoid {
  /** The word as it is named to an author. */
  word: string;
  /** Its forms, as the inside of a regular expression. Spaces stand for any white space. */
  forms: string;
  instead: string;
  /** Phrases in which the word means something exact. They are left alone. */
  unless?: string;
}

/**
 * Words that our own pages do not use. After "Words to avoid" in the GOV.UK style guide (contains public sector information licensed
 * under the Open Government Licence v3.0) and the simpler words of plainlanguage.gov (public domain), with our own additions for Latin
 * and shorthand. Left out, because they are terms of this field: collaborate and empower (levels of the spectrum), dialogue, deliver
 * (what a method will and will not deliver).
 */
export const WORDS_TO_AVOID: readonly WordToAvoid[] = [
  {word: 'advancing', forms: 'advancing', instead: 'say what will get better', unless: 'advancing equality'},
  {word: 'and/or', forms: 'and/or', instead: 'write "or", or "a, b or both"'},
  {word: 'combat', forms: 'combat(?:s|ed|ing|ting)?', instead: 'solve, reduce'},
  {word: 'commence', forms: 'commenc(?:e|es|ed|ing|ement)', instead: 'start, begin', unless: 'commencement (?:order|position|date|regulations)'},
  {word: 'commit', forms: 'commits?|committed|committing|pledg(?:e|es|ed|ing)', instead: 'say what will be done, and when', unless: 'committed (?:an? )?(?:offence|crime)s?'},
  {word: 'deploy', forms: 'deploy(?:s|ed|ing|ment)?', instead: 'use, send, build'},
  {word: 'disincentivise', forms: 'disincentivis(?:e|es|ed|ing)', instead: 'discourage, put off'},
  {word: 'e.g.', forms: 'e\\.g\\.?|eg', instead: 'for example'},
  {word: 'etc.', forms: 'etc', instead: 'name the rest, or write "such as" before the list'},
  {word: 'execute', forms: 'execut(?:e|es|ed|ing)', instead: 'do, carry out'},
  {word: 'facilitate', forms: 'facilitat(?:e|es|ed|ing)', instead: 'help, run, chair'},
  {word: 'foster', forms: 'foster(?:s|ed|ing)?', instead: 'encourage, help', unless: 'foster (?:carers?|parents?|care|families|children|good relations)|fostering (?:good relations|service)'},
  {word: 'going forward', forms: 'going forward|moving forward', instead: 'from now on, or leave it out'},
  {word: 'i.e.', forms: 'i\\.e\\.?', instead: 'that is'},
  {word: 'impact', forms: 'impacts?|impacted|impacting', instead: 'effect, affect', unless: '(?:equality|privacy|protection|environmental|health) impacts?|impact assessments?'},
  {word: 'in order to', forms: 'in order to', instead: 'to'},
  {word: 'in respect of', forms: 'in respect of|with regards? to|with respect to|in relation to', instead: 'about, on, for'},
  {word: 'incentivise', forms: 'incentivis(?:e|es|ed|ing)', instead: 'encourage, reward'},
  {word: 'initiate', forms: 'initiat(?:e|es|ed|ing)', instead: 'start, begin'},
  {word: 'leverage', forms: 'leverag(?:e|es|ed|ing)', instead: 'use, build on'},
  {word: 'liaise', forms: 'liais(?:e|es|ed|ing)', instead: 'talk to, work with', unless: 'liaison officers?'},
  {word: 'overarching', forms: 'overarching', instead: 'main, or leave it out'},
  {word: 'prior to', forms: 'prior to', instead: 'before'},
  {word: 'ring-fence', forms: 'ring-?\\s?fenc(?:e|es|ed|ing)', instead: 'say what the money may be spent on'},
  {word: 'robust', forms: 'robust(?:ly|ness)?', instead: 'sound, careful, or say how it was tested'},
  {word: 'slim down', forms: 'slim(?:s|med|ming)? down', instead: 'make smaller, cut'},
  {word: 'streamline', forms: 'streamlin(?:e|es|ed|ing)', instead: 'make simpler'},
  {word: 'subsequent', forms: 'subsequent(?:ly)?', instead: 'later, then'},
  {word: 'tackle', forms: 'tackl(?:e|es|ed|ing)', instead: 'solve, deal with'},
  {word: 'transform', forms: 'transform(?:s|ed|ing|ation|ations)?', instead: 'change, and say how'},
  {word: 'utilise', forms: 'utilis(?:e|es|ed|ing|ation)', instead: 'use'},
];
