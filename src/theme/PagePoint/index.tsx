import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {useLocation} from '@docusaurus/router';
import {useEffect} from 'react';
import type {ReactNode} from 'react';
import {PointDetails} from '#components/points/PointDetails.tsx';
import {toPagePath} from '#core/points/place.ts';
import LazyForm, {startSending} from './LazyForm.tsx';

/** Headings as the page's table of contents has them: HTML, of which the words are wanted. */
function plain(html: string): string {
  return html.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', '’').replaceAll('&amp;', '&').trim();
}

/** At the end of a page: a way to say that something on it is wrong, unclear or out of date. */
export default function PagePoint(): ReactNode {
  const {toc} = useDoc();
  const {pathname} = useLocation();
  const path = toPagePath(pathname);
  useEffect(startSending, []);
  if (path === null) return null;
  const headings = toc.filter(({level}) => level === 2).map(({id, value}) => ({id, text: plain(value)}));
  return (
    <PointDetails key={path} summary="Something wrong, unclear or out of date?">
      <LazyForm path={path} question={null} headings={headings} />
    </PointDetails>
  );
}
