import type {ReactNode} from 'react';
import type {GuideView} from '#core/guides/view.ts';
import {dayInWords} from '../methods/day.ts';
import {plainLink} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface Props {
  guide: GuideView;
  linkTo?: LinkTo;
}

/** What stands below the text of a page of guidance: where to go on, where the facts come from, and who keeps them right. */
export function GuideFoot({guide, linkTo = plainLink}: Props): ReactNode {
  return (
    <div className={styles.foot}>
      <nav aria-labelledby="related-heading">
        <h2 id="related-heading">Related pages</h2>
        <ul>{guide.related.map(({address, title}) => <li key={address}>{linkTo({href: address, children: title})}</li>)}</ul>
      </nav>
      <section aria-labelledby="sources-heading">
        <h2 id="sources-heading">Sources</h2>
        {guide.sources.length === 0 && <p>This page rests on practice judgement. No source is named for it.</p>}
        {guide.sources.length > 0 && (
          <ol>{guide.sources.map(({key, title, url}, index) => <li key={key} id={`source-${index + 1}`}>{url === undefined ? title : <a href={url}>{title}</a>}</li>)}</ol>
        )}
      </section>
      <p className="aw-hint">
        Kept by: {guide.owner}. Reviewed on {dayInWords(guide.reviewed)}. Next review by {dayInWords(guide.reviewBy)}.
      </p>
    </div>
  );
}
