import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import {attemptAsJson} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {claimUnowned, sendAgain, sendNow} from '#browser/outbox.ts';
import {useOutbox} from '@theme/useOutbox';
import {saveFile} from '#browser/saveFile.ts';
import {getPersonId} from '#browser/session.ts';
import {useSession} from '@theme/useSession';
import {SyncStatus} from '#components/records/SyncStatus.tsx';
import {wordsOf} from '#components/records/syncWords.ts';

/** Where the record of an attempt that was handed in stands, and what can be done about it. */
export default function RecordStatus({stored}: {stored: StoredAttempt}): ReactNode {
  useSession();
  const view = useOutbox();
  const {pathname} = useLocation();
  const {attempt, responses} = stored;
  const personId = getPersonId();
  const item = view.items.find(({id}) => id === attempt.id)
    ?? {id: attempt.id, quizId: attempt.quizId, at: attempt.handedInAt ?? '', owner: attempt.owner, state: 'waiting' as const, reason: null, tries: 0};
  return (
    <SyncStatus
      words={wordsOf(item, view, personId)}
      signInHref={`/sign-in/?next=${encodeURIComponent(pathname)}`}
      Link={Link}
      onClaimed={() => { if (personId) void claimUnowned(personId, attempt.id); }}
      onRetried={() => void (item.state === 'set-aside' ? sendAgain(item.id) : sendNow())}
      onExported={() => saveFile(`askwell-${attempt.quizId}.json`, attemptAsJson(attempt, responses))}
    />
  );
}
