/** The parts of a consultation that the tools help with, in the order of the work. */
export const PARTS = {
  plan: 'Plan',
  choose: 'Choose methods',
  write: 'Write and check',
  'look-back': 'Look back',
} as const;
export type Part = keyof typeof PARTS;

/** A page on which somebody works something out, as the list of tools shows it. */
export interface Tool {
  id: string;
  /** As its own page is called. */
  title: string;
  href: string;
  /** What it does and when to use it. */
  sentence: string;
  part: Part;
}

/** Every tool of the site, in the order in which a consultation needs them. */
export const TOOLS: readonly Tool[] = [
  {
    id: 'timeline', title: 'Timeline builder', href: '/tools/timeline/', part: 'plan',
    sentence: 'Works back from the day of the decision to the day on which you have to begin. Use it as soon as that day is known.',
  },
  {
    id: 'stakeholders', title: 'Stakeholder mapper', href: '/tools/stakeholders/', part: 'plan',
    sentence: 'Lists who has a stake, places them by influence and interest, and shows who is missing. Use it before you choose methods, and look again when the scope changes.',
  },
  {
    id: 'method-selector', title: 'Method selector', href: '/method-selector/', part: 'choose',
    sentence: 'Asks about your purpose, people, time and money, and gives a mix of methods with the reasons. Use it when you have to defend a choice.',
  },
  {
    id: 'compare', title: 'Compare methods', href: '/methods/compare/', part: 'choose',
    sentence: 'Puts up to four methods side by side: cost, time, people reached and weaknesses. Use it when two methods look equally good.',
  },
  {
    id: 'sample-size', title: 'Sample size calculator', href: '/tools/sample-size/', part: 'choose',
    sentence: 'Gives the margin of error of a survey, the answers you need and how many people to invite. Use it before you pay for a survey, and before you quote one.',
  },
  {
    id: 'opening-paragraph', title: 'Opening paragraph and offer of formats', href: '/tools/opening-paragraph/', part: 'write',
    sentence: 'Writes the front of your consultation and the offer of other formats from a form, and says what is missing. Use it with your first draft.',
  },
  {
    id: 'representativeness', title: 'Who took part, against the population', href: '/tools/representativeness/', part: 'look-back',
    sentence: 'Sets your counts by group against the population and hides small numbers. Use it half way through, while you can still go out to people, and for the report.',
  },
  {
    id: 'self-assessment', title: 'Self-assessment', href: '/code-of-practice/self-assessment/', part: 'look-back',
    sentence: 'Puts the 18 questions of the code of practice to your consultation and keeps your evidence. Begin it with the plan, and finish it after the feedback.',
  },
];

/** The tools by part, in the order of the work. */
export function toolsByPart(): {part: Part; title: string; tools: Tool[]}[] {
  return (Object.keys(PARTS) as Part[]).map((part) => ({part, title: PARTS[part], tools: TOOLS.filter((tool) => tool.part === part)}));
}
