import type {ReactNode} from 'react';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {isShownTo} from '#browser/attempts.ts';
import {copyText, fullAddress} from '#browser/page.ts';
import {dropPoint, retryPoints} from '#browser/points.ts';
import {getPersonId} from '#browser/session.ts';
import {useSession} from '@theme/useSession';
import {PointStandings} from '#components/points/PointStandings.tsx';
import {standingOf} from '#core/points/kept.ts';
import {mailHref, writePoints} from '#core/points/mail.ts';
import {organisationOf} from '../Navbar/organisation.ts';
import {usePoints} from './usePoints.ts';

interface Props {
  /** Points sent from this page just now, shown also once they are away. */
  ids?: readonly string[];
  /** Only what is about this page; left out: everything that waits. */
  path?: string;
  /** Only what is about this question. */
  questionId?: string;
}

/** Where the points of this device stand, each with what can be done about it. */
export default function Waiting({ids = [], path, questionId}: Props): ReactNode {
  const {siteConfig} = useDocusaurusContext();
  const {contact} = organisationOf(siteConfig);
  useSession();
  const view = usePoints();
  const personId = getPersonId();
  const isHere = (point: {id: string; path: string | null; question: {id: string} | null}): boolean =>
    ids.includes(point.id) || (path === undefined || (point.path === path && (point.question?.id ?? undefined) === questionId));
  const kept = view.kept.filter(({owner, point}) => isShownTo({owner}, personId) && isHere(point));
  const gone = ids.filter((id) => !view.kept.some(({point}) => point.id === id));
  const isWithout = view.service === 'no-service';
  return (
    <PointStandings
      sent={gone.length}
      waiting={kept.map(({point}) => {
        const words = writePoints([point], fullAddress(''));
        return {id: point.id, text: point.text, standing: standingOf(point.id, view, personId), words, mail: mailHref(contact.email, 'Learning point', words).href};
      })}
      isWithoutService={isWithout}
      onRetried={() => void retryPoints()}
      onDeleted={(id) => void dropPoint(id)}
      onCopied={copyText}
    />
  );
}
