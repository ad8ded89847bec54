import type {ReactNode} from 'react';
import type {MethodSummary} from '#core/methods/method.ts';
import type {StepForMix} from '#core/methods/stepsFor.ts';
import {listInWords, lowerFirst} from '#core/methods/words.ts';
import type {LinkTo} from '../methods/link.tsx';

const KINDS: readonly (readonly [StepForMix['kind'], string])[] = [
  ['lesson', 'Learn'], ['checklist', 'Check'], ['template', 'Start from a template'], ['tool', 'Work it out'],
];

/** Lessons, checklists, templates and tools for the methods chosen. */
export function NextSteps({steps, methods, linkTo}: {steps: readonly StepForMix[]; methods: readonly MethodSummary[]; linkTo: LinkTo}): ReactNode {
  if (steps.length === 0) return null;
  const titleOf = (id: string): string => lowerFirst(methods.find((method) => method.id === id)?.title ?? id);
  return (
    <section aria-labelledby="next">
      <h3 id="next">Go on with these</h3>
      {KINDS.map(([kind, title]) => {
        const mine = steps.filter((step) => step.kind === kind);
        if (mine.length === 0) return null;
        return (
          <div key={kind}>
            <h4>{title}</h4>
            <ul>
              {mine.map(({href, title: name, because, methods: asking}) => (
                <li key={href}>{linkTo({href, children: name})}{asking.length > 0 ? ` (for ${listInWords(asking.map(titleOf))})` : ''}. {because}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
