import type {ReactNode} from 'react';
import type {HeldCredential} from '#core/credentials/api.ts';
import {KIND_WORDS} from '#core/credentials/kinds.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import {QrCode} from './QrCode.tsx';
import styles from './styles.module.css';

interface Props {
  certificate: Pick<HeldCredential, 'kind' | 'name' | 'validFrom' | 'validUntil' | 'revoked' | 'address' | 'id'>;
  courseTitle: string;
  organisation: string;
  /** What the holder had to do, as the signed certificate says. */
  criteria: string;
  isOver: boolean;
}

const DID = {competence: 'has met everything that this course asks for:', attendance: 'was there for this course:'} as const;

/** The certificate itself, for the screen and for one side of A4. Its heading is the heading of the page. */
export function CertificateSheet({certificate: {kind, name, validFrom, validUntil, revoked, address, id}, courseTitle, organisation, criteria, isOver}: Props): ReactNode {
  const {title, proves} = KIND_WORDS[kind];
  const [asked = '', ...rest] = criteria.split('\n\n');
  const outcomes = rest.at(-1)?.split('\n').filter((line) => line.startsWith('- ')).map((line) => line.slice(2)) ?? [];
  return (
    <article className={styles.sheet} aria-labelledby="certificate-title" data-kind={kind}>
      {revoked ? <p className={styles.stamp}>Revoked on {writeDayOf(revoked.at)}. This certificate no longer holds.</p> : null}
      {!revoked && isOver ? <p className={styles.stamp}>This certificate is over.</p> : null}
      <p className={styles.issuer}>{organisation}</p>
      <h1 id="certificate-title" className={styles.title}>{title}</h1>
      <p className={styles.holder}>{name}</p>
      <p>{DID[kind]}</p>
      <p className={styles.course}>{courseTitle}</p>
      <p>{asked}</p>
      {outcomes.length > 0 ? (
        <>
          <h2 className={styles.small}>What the course teaches people to do</h2>
          <ul className={styles.outcomes}>{outcomes.map((outcome) => <li key={outcome}>{outcome}</li>)}</ul>
        </>
      ) : null}
      <div className={styles.foot}>
        <div>
          <dl className={styles.facts}>
            <div><dt>Issued on</dt><dd>{writeDayOf(validFrom)}</dd></div>
            <div><dt>Holds until</dt><dd>{validUntil ? `the end of ${writeDayOf(validUntil)}` : 'no end date'}</dd></div>
            <div className={styles.wide}><dt>Number</dt><dd className={styles.code}>{id}</dd></div>
          </dl>
          <p>{proves}</p>
          <p className={styles.check}>Check it at <span className={styles.address}>{address}</span></p>
        </div>
        <QrCode address={address} label="QR code that leads to the address beside it, where this certificate can be checked" />
      </div>
    </article>
  );
}
