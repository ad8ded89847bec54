import {useEffect, useMemo, useState} from 'react';
import {callService} from '#browser/api.ts';
import {attemptsOf, isShownTo} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {onAnnouncement} from '#browser/changes.ts';
import {readKept} from '#browser/database.ts';
import type {AttemptRow, Kept} from '#browser/database.ts';
import {getPersonId} from '#browser/session.ts';
import {knownBy} from '#browser/skillsCheck.ts';
import {useSession} from '@theme/useSession';
import type {Training} from '#core/courses/api.ts';
import type {AttemptFact, TrainingFacts} from '#core/courses/completion.ts';
import {SKILLS_CHECK} from '#core/courses/derivedQuizzes.ts';
import {joinCompletions} from '#core/courses/due.ts';
import type {AttemptResult, Completion, Recognised} from '#core/records/api.ts';

export interface Facts {
  /** False until the device's storage has been read. */
  isRead: boolean;
  /** True once the record has been asked for too, or nobody is signed in whose record it could be. */
  isAsked: boolean;
  /** Attempts on this device that may be shown, latest first. */
  stored: StoredAttempt[];
  /** Ids of quizzes begun by somebody who was signed in here; empty while somebody is signed in now. */
  others: string[];
  /** Attempts handed in, on this device or known to the service. */
  attempts: AttemptFact[];
  /** Completions that the service has confirmed, now or with an attempt on this device. */
  completions: Completion[];
  /** What trainers and assessors wrote down, as far as the service tells, with the completions above. */
  training: TrainingFacts;
}

type Mine = Omit<AttemptResult, 'items'>[];

const NOTHING: Training = {runs: [], tasks: [], certificates: []};

/** Takes attempts of the device and of the service; gives the facts that completion is made of, each attempt once. */
function toFacts(stored: readonly StoredAttempt[], mine: Mine, recognised: readonly Recognised[]): AttemptFact[] {
  const known = new Set(mine.map(({id}) => id));
  return [
    ...mine.map(({quizId, at, passed}) => ({quizId, at, passed})),
    ...recognised.map(({courseId, lessonId, at}) => ({quizId: SKILLS_CHECK, at, passed: null, knows: [{courseId, lessonId}]})),
    ...stored.flatMap(({attempt, responses, result}) => (attempt.handedInAt && !known.has(attempt.id)
      ? [{quizId: attempt.quizId, at: attempt.handedInAt, passed: result?.result.passed ?? null, knows: knownBy(attempt, responses)}] : [])),
  ];
}

/**
 * What has been done so far, on this device and, when signed in, on the person's record. Read again whenever either changes.
 * `openId`: an attempt open on this page stays in sight when the session of the person who started it ends.
 */
export function useFacts(openId: string | null = null): Facts {
  const {person, state} = useSession();
  const personId = getPersonId();
  const [kept, setKept] = useState<Kept | null>(null);
  const [mine, setMine] = useState<Mine>([]);
  const [recognised, setRecognised] = useState<Recognised[]>([]);
  const [confirmed, setConfirmed] = useState<Completion[]>([]);
  const [training, setTraining] = useState<Training>(NOTHING);
  const [askedFor, setAskedFor] = useState<string>();
  useEffect(() => {
    let current = true;
    const read = (): void => void readKept().then((kept) => { if (current) setKept(kept); });
    read();
    const stop = onAnnouncement(({kind}) => { if (kind !== 'answered') read(); });
    return () => {
      current = false;
      stop();
    };
  }, [personId]);
  const id = person?.id;
  useEffect(() => {
    let current = true;
    setMine([]);
    setRecognised([]);
    setConfirmed([]);
    setTraining(NOTHING);
    if (id) {
      void callService<{attempts: Mine; completions: Completion[]; recognised?: Recognised[]; training?: Training}>('GET', '/api/records').then((reply) => {
        if (!current) return;
        setAskedFor(id);
        if (reply.kind !== 'ok') return;
        setMine(reply.value.attempts);
        setRecognised(reply.value.recognised ?? []);
        setConfirmed(reply.value.completions);
        setTraining(reply.value.training ?? NOTHING);
      });
    }
    return () => { current = false; };
  }, [id]);
  return useMemo(() => {
    const isMine = (attempt: AttemptRow): boolean => isShownTo(attempt, personId) || (personId === null && attempt.id === openId);
    const stored = kept ? attemptsOf(kept, isMine) : [];
    const others = personId === null && kept ? kept.attempts.filter((attempt) => !isMine(attempt)).map(({quizId}) => quizId) : [];
    // What came back with an attempt that the record knows is older than what the record says now, and a completion may have been withdrawn.
    const known = new Set(mine.map((each) => each.id));
    const completions = joinCompletions([...confirmed, ...stored.filter(({attempt}) => !known.has(attempt.id)).flatMap(({result}) => result?.completions ?? [])]);
    const isAsked = state !== 'loading' && (id === undefined || askedFor === id);
    return {isRead: kept !== null, isAsked, stored, others, attempts: toFacts(stored, mine, recognised), completions, training: {...training, completions}};
  }, [kept, mine, recognised, confirmed, training, askedFor, state, id, personId, openId]);
}
