import courses from '@generated/askwell-courses/default/courses.json';
import {useDue} from '@theme/useDue';
import {useSession} from '@theme/useSession';
import {useEffect, useMemo, useState} from 'react';
import {callService} from '#browser/api.ts';
import {isShownTo} from '#browser/attempts.ts';
import {watchRows} from '#browser/kept.ts';
import {noteVisit} from '#browser/network.ts';
import {getPersonId} from '#browser/session.ts';
import {begunIn} from '#core/courses/myLearning.ts';
import type {MyProfile} from '#core/network/api.ts';
import {suggest} from '#core/network/guidance.ts';
import type {GuidedSelection, Suggestion} from '#core/network/guidance.ts';
import type {GuidedPage} from '#core/network/guidedPage.ts';
import type {Skill} from '#core/network/skills.ts';
import {readBriefCode} from '#core/methods/briefCode.ts';
import type {MethodSummary} from '#core/methods/method.ts';
import {recommend} from '#core/methods/recommend.ts';
import {KEPT_UNDER, nameOf, selectionHref, selectionsIn} from '#core/methods/savedSelection.ts';
import type {KeptSelection} from '#core/methods/savedSelection.ts';

interface Catalogue {
  skills: Skill[];
  pages: GuidedPage[];
  methods: MethodSummary[];
}

/** The newest selections are those under way; each takes a moment to reckon. */
const MOST_SELECTIONS = 3;

/** What is suggested from, fetched after the page is drawn. */
async function loadCatalogue(): Promise<Catalogue> {
  const [skills, pages, methods] = await Promise.all([
    import('@generated/askwell-network/default/skills.json'), import('@generated/askwell-network/default/pages.json'), import('@generated/askwell-methods/default/summaries.json'),
  ]);
  return {skills: skills.default, pages: pages.default, methods: methods.default};
}

/** The methods of a selection: those that the person put together or, where they took it as it was, those that the selector recommends today. */
function toGuided({value}: KeptSelection, methods: readonly MethodSummary[]): GuidedSelection {
  const {brief, chosen} = readBriefCode(value.query);
  const about = {name: nameOf(value), href: selectionHref(value)};
  if (chosen !== null) return {...about, methods: chosen, isOwn: true};
  const {purpose} = brief;
  return {...about, methods: purpose === undefined ? [] : recommend({...brief, purpose}, methods).mix.methods, isOwn: false};
}

type Own = Pick<MyProfile['profile'], 'interests' | 'wants'>;

/** What is on the person's own profile; nothing for those who have none, or while the service cannot be asked. */
function useOwnProfile(personId: string | null): Own | null {
  const [own, setOwn] = useState<{of: string | null; profile: Own} | null>(null);
  useEffect(() => {
    let current = true;
    const take = (profile: Own): void => { if (current) setOwn({of: personId, profile}); };
    if (personId === null) take({interests: [], wants: []});
    else void callService<MyProfile>('GET', '/api/network/profile').then((reply) => take(reply.kind === 'ok' ? reply.value.profile : {interests: [], wants: []}));
    return () => { current = false; };
  }, [personId]);
  return own?.of === personId ? own.profile : null;
}

/** When the visit before this one was; undefined until the device has been asked. */
function useVisit(personId: string | null, isKnown: boolean): string | null | undefined {
  const [visit, setVisit] = useState<{of: string | null; before: string | null}>();
  useEffect(() => {
    if (!isKnown) return;
    let current = true;
    void noteVisit(personId).then((before) => { if (current) setVisit({of: personId, before}); });
    return () => { current = false; };
  }, [personId, isKnown]);
  return visit && visit.of === personId ? visit.before : undefined;
}

/** What to show first to whoever is at this device, made here from what is known here; null until it is. Nothing is sent for it. */
export function useGuidance(): {suggestions: Suggestion[]; lastVisit: string | null} | null {
  const {person} = useSession();
  const {isKnown, facts, today, held, due} = useDue();
  const personId = getPersonId();
  const own = useOwnProfile(person?.id ?? null);
  const lastVisit = useVisit(personId, isKnown);
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null);
  const [kept, setKept] = useState<KeptSelection[] | null>(null);
  useEffect(() => {
    let current = true;
    void loadCatalogue().then((loaded) => { if (current) setCatalogue(loaded); }, () => undefined);
    return () => { current = false; };
  }, []);
  useEffect(() => watchRows(KEPT_UNDER, (rows) => setKept(selectionsIn(rows))), []);
  const selections = useMemo(
    () => (catalogue === null || kept === null ? null : kept.filter((row) => isShownTo(row, personId)).slice(0, MOST_SELECTIONS).map((row) => toGuided(row, catalogue.methods))), [catalogue, kept, personId],
  );
  if (!isKnown || !own || !catalogue || selections === null || lastVisit === undefined) return null;
  const stored = facts.stored.map(({attempt, responses}) => ({
    id: attempt.id, quizId: attempt.quizId, startedAt: attempt.startedAt, handedInAt: attempt.handedInAt, answered: Object.keys(responses).length, of: null,
  }));
  const suggestions = suggest({
    role: person?.role ?? null, today, lastVisit, due, begun: begunIn(courses, facts.attempts, stored, held), held: held.map(({courseId}) => courseId),
    selections, interests: own.interests, wants: own.wants,
    pages: catalogue.pages, courses, skills: catalogue.skills,
  });
  return {suggestions, lastVisit};
}
