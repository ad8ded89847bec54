import type {ReactNode} from 'react';
import {countWords, hostOfLink} from '#core/tasks/evidence.ts';
import type {Evidence} from '#core/tasks/evidence.ts';
import styles from './styles.module.css';

/** What was handed in. A link is shown whole, with the place it leads to, and opens apart from this page without telling where from. */
export function EvidenceView({evidence: {text, link}}: {evidence: Evidence}): ReactNode {
  const host = link === null ? null : hostOfLink(link);
  return (
    <>
      {link === null ? null : (
        <p className={styles.link}>
          {host === null ? link : <><a href={link} target="_blank" rel="noreferrer noopener">{link}</a> <span className="aw-hint">Opens {host} in a new tab.</span></>}
        </p>
      )}
      {text === null ? null : (
        <>
          <p className={styles.typed}>{text}</p>
          <p className="aw-hint">{countWords(text).toLocaleString('en-GB')} words</p>
        </>
      )}
    </>
  );
}
