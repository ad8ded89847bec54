import {useEffect} from 'react';
import type {RefObject} from 'react';
import {useHistory, useLocation} from '@docusaurus/router';
import {announce} from '#components/frame/announcer.tsx';

/** The page last drawn. Kept outside React, because the whole frame is drawn anew when the kind of page changes. */
let lastPath: string | undefined;

/** The title is written to the document a moment after the page is drawn. */
const TITLE_SETTLES_AFTER = 150;

/**
 * After a move from page to page without loading the site again, does what a browser does after loading: says the new page's title and
 * starts from the top, so that the next Tab reaches the skip link. Moves back and forward keep their scroll, and only the title is said.
 */
export function usePageArrival(start: RefObject<HTMLElement | null>): void {
  const {pathname, hash} = useLocation();
  const {action} = useHistory();
  useEffect(() => {
    const moved = lastPath !== undefined && lastPath !== pathname;
    lastPath = pathname;
    if (!moved) return undefined;
    if (hash === '' && action !== 'POP') start.current?.focus({preventScroll: true});
    const timer = setTimeout(() => announce(document.title), TITLE_SETTLES_AFTER);
    return () => clearTimeout(timer);
  }, [pathname, hash, action, start]);
}
