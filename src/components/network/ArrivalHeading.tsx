import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';

/** The heading of a view that takes the place of another on the same page: it takes the focus, so that everybody knows where they are. */
export function ArrivalHeading({children}: {children: ReactNode}): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return <h2 ref={heading} tabIndex={-1}>{children}</h2>;
}
