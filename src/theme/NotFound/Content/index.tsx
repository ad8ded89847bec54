// Ours instead of the stock one: it offers the search and the four doors instead of telling you to write to somebody.
import {useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';

/** Takes the path of a page that is not there and gives words worth searching for. */
function wordsOf(pathname: string): string {
  return pathname.replace(/\.html?$/, '').split(/[^a-z0-9]+/i).filter((word) => word.length > 2).join(' ');
}

export default function NotFoundContent(): ReactNode {
  const {pathname} = useLocation();
  // One page is built for every address that is missing, so the words can only be known in the browser.
  const [words, setWords] = useState('');
  useEffect(() => setWords(wordsOf(pathname)), [pathname]);
  return (
    <main className="aw-page">
      <h1>We cannot find that page</h1>
      <p className="aw-lede">It may have moved, or the address may have a typing mistake.</p>
      <form action="/search/" role="search" aria-label="For the missing page">
        <div className="aw-field">
          <label htmlFor="missing-page">Search for it</label>
          <input id="missing-page" name="q" type="text" value={words} onChange={(event) => setWords(event.target.value)} />
        </div>
        <button className="aw-button" type="submit">Search</button>
      </form>
      <h2>Or start from one of these</h2>
      <ul>
        <li><Link to="/">Home</Link></li>
        <li><Link to="/toolkit/">Toolkit</Link></li>
        <li><Link to="/methods/">Methods</Link></li>
        <li><Link to="/method-selector/">Method selector</Link></li>
        <li><Link to="/learn/">Learn</Link></li>
      </ul>
    </main>
  );
}
