import type {ReactNode} from 'react';
import type {AvailableCredential, HeldCredential, Recognition} from '#core/credentials/api.ts';
import {KIND_WORDS} from '#core/credentials/kinds.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import type {FieldError} from '../account/loaded.ts';
import {GetCertificate} from './GetCertificate.tsx';
import type {Wish} from './GetCertificate.tsx';
import styles from './styles.module.css';

type Titles = (courseId: string) => string;

function standingOf({revoked, validUntil}: HeldCredential, now: string): string {
  if (revoked) return revoked.reason === 'replaced' ? `Replaced on ${writeDayOf(revoked.at)} by another one` : `Revoked on ${writeDayOf(revoked.at)}: ${revoked.reason}`;
  if (validUntil === null) return 'Holds without an end date';
  return Date.parse(validUntil) < Date.parse(now) ? `Over since ${writeDayOf(validUntil)}` : `Holds until the end of ${writeDayOf(validUntil)}`;
}

/** The certificates that somebody has. */
export function HeldList({held, titleOf, now}: {held: readonly HeldCredential[]; titleOf: Titles; now: string}): ReactNode {
  if (held.length === 0) return <p>You have no certificates yet.</p>;
  return (
    <ul className={styles.list}>
      {held.map((each) => (
        <li key={each.id} className="aw-card">
          <p className={styles.kind}>{KIND_WORDS[each.kind].title}</p>
          <h3><a href={`/certificates/?id=${each.id}`}>{titleOf(each.courseId)}</a></h3>
          <p>{standingOf(each, now)}. Issued on {writeDayOf(each.validFrom)}.</p>
        </li>
      ))}
    </ul>
  );
}

interface AvailableProps {
  available: readonly AvailableCredential[];
  displayName: string | null;
  titleOf: Titles;
  onAsked: (which: AvailableCredential, wish: Wish) => Promise<readonly FieldError[]>;
}

/** The certificates that somebody can have now, and those that something is missing for. */
export function AvailableList({available, displayName, titleOf, onAsked}: AvailableProps): ReactNode {
  if (available.length === 0) return null;
  return (
    <section aria-labelledby="available">
      <h2 id="available">Certificates that you can earn</h2>
      <ul className={styles.list}>
        {available.map((each) => {
          const title = `${KIND_WORDS[each.kind].title}: ${titleOf(each.courseId)}`;
          return (
            <li key={`${each.courseId} ${each.kind} ${each.cohortId ?? ''}`} className="aw-card">
              <h3>{title}</h3>
              {each.runTitle ? <p>For the run {each.runTitle}.</p> : null}
              <p>{KIND_WORDS[each.kind].proves}</p>
              {each.why === null ? <GetCertificate id={`name-${each.courseId}-${each.kind}-${each.cohortId ?? ''}`} title={title} displayName={displayName} onAsked={(wish) => onAsked(each, wish)} /> : <p><strong>Not yet:</strong> {each.why}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const RECOGNITION_WORDS = {waiting: 'A coordinator will look at it', recognised: 'Recognised', refused: 'Not recognised'} as const;

/** Certificates of other bodies that somebody handed in. */
export function RecognitionList({recognised, titleOf}: {recognised: readonly Recognition[]; titleOf: Titles}): ReactNode {
  if (recognised.length === 0) return null;
  return (
    <ul className={styles.list}>
      {recognised.map(({id, issuer, achievement, courseId, state, reason, validUntil}) => (
        <li key={id} className="aw-card">
          <h3>{achievement}</h3>
          <p>From {issuer}. {validUntil ? `It holds until ${writeDayOf(validUntil)}.` : 'It has no end date.'}</p>
          <p><strong>{RECOGNITION_WORDS[state]}</strong>{state === 'recognised' && courseId ? ` for ${titleOf(courseId)}` : ''}{reason ? `: ${reason}` : ''}</p>
        </li>
      ))}
    </ul>
  );
}
