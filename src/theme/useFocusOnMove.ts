import {useEffect, useRef} from 'react';
import type {RefObject} from 'react';

/**
 * Moves focus to the heading when another thing is shown, and not when the page is opened. `shown`: what is on the screen, null while
 * that is not settled. `lastShown`: the same as it was last, kept by whoever shows one thing after the other.
 */
export function useFocusOnMove(shown: string | null, lastShown: RefObject<string | null>): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shown === null || lastShown.current === shown) return;
    if (lastShown.current !== null) heading.current?.focus();
    lastShown.current = shown;
  }, [shown, lastShown]);
  return heading;
}
