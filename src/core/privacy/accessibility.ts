/** A known fault, for the accessibility statement. */
export interface AccessibilityFault {
  what: string;
  /** Whom it affects and what still works. */
  effect: string;
  /** Success criterion of WCAG 2.2 that it fails, with its number and name; null where no single one can be named. */
  criterion: string | null;
  /** The day by which we plan to mend it. */
  mendBy: string;
}

/** What the accessibility statement says. It follows the model statement of the UK government. Facts alone: what was not done is said to be not done. */
export const ACCESSIBILITY = {
  /** A site is fully compliant only when it has no known fault and was tested against every criterion. */
  compliance: 'partly' as 'fully' | 'partly' | 'not',
  /** The statement is looked at again within a year of its last review (SI 2018/952, regulation 8). */
  prepared: '2026-11-22',
  reviewed: '2026-11-22',
  tested: '2026-11-22',
  /** Days in which people get an answer: working days, practice judgement. */
  answerDays: 5,
  /** Who tested and how. */
  tests: [
    'The automatic checks of axe on every page: all rules on one page of each kind, in light and dark, and the rules for text on the others',
    'A look for sideways scrolling on every page at 320 pixels',
    'The whole course and the method selector, by keyboard alone',
  ],
  faults: [
    {
      what: 'You are signed out after 2 hours without use, or after 12 hours, with no warning.',
      effect: 'This can affect people who need more time. Your answers stay on your device and are sent when you sign in again.',
      criterion: '2.2.1, Timing Adjustable', mendBy: '2027-11-22',
    },
    {
      what: 'No disabled people have tested this site yet, and nobody who uses a screen reader has worked through a whole course.',
      effect: 'There may be faults that our own tests cannot find. We will list here what such a test finds.',
      criterion: null, mendBy: '2027-11-22',
    },
  ] as readonly AccessibilityFault[],
};
