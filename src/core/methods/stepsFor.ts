import type {PartialBrief} from './brief.ts';
import type {Audience, Duty} from './vocabulary.ts';

/** Something to go on to: where it is, why, and for which methods. */
export interface NextStep {
  kind: 'lesson' | 'checklist' | 'template' | 'tool';
  href: string;
  title: string;
  because: string;
  methods: 'all' | string[];
  duty?: Duty[] | undefined;
  audiences?: Audience[] | undefined;
}

/** A step that this mix asks for. */
export interface StepForMix extends Omit<NextStep, 'methods' | 'duty' | 'audiences'> {
  /** Ids of the methods that ask for it; empty where every mix does. */
  methods: string[];
}

/** Takes what is known of the brief, the ids of a mix and all steps. Gives those that the mix or the answers ask for, in the order of the file. */
export function stepsFor({duty, audience = []}: PartialBrief, mix: readonly string[], steps: readonly NextStep[]): StepForMix[] {
  return steps.flatMap(({kind, href, title, because, methods, duty: duties, audiences}): StepForMix[] => {
    const asking = methods === 'all' ? [] : mix.filter((id) => methods.includes(id));
    const fits = (methods === 'all' || asking.length > 0) &&
      (duties === undefined || (duty !== undefined && duties.includes(duty))) &&
      (audiences === undefined || audience.some((each) => audiences.includes(each)));
    return fits ? [{kind, href, title, because, methods: asking}] : [];
  });
}
