import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';

/** The heading of a step. When the step changes it takes the focus, so that everybody knows where they are; not on arrival at the page. */
export function StepHeading({step, children}: {step: string; children: ReactNode}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    heading.current?.focus();
  }, [step]);
  return <h1 ref={heading} tabIndex={-1}>{children}</h1>;
}
