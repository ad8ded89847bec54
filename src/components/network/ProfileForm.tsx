import {useRef, useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import type {MyProfile, ProfileChange} from '#core/network/api.ts';
import {DONE, FIELDS, LONGEST, MOST, VISIBILITIES} from '#core/network/fields.ts';
import type {Done, Field, Interest, Language, Visibility} from '#core/network/fields.ts';
import {viewOf} from '#core/network/profile.ts';
import type {Offer, Viewer} from '#core/network/profile.ts';
import type {Skill} from '#core/network/skills.ts';
import {writeDay} from '#core/records/londonDay.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {SelectField, TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {INTEREST_GROUPS, LANGUAGE_GROUPS, skillGroups} from './choices.ts';
import {Picker} from './Picker.tsx';
import {ProfileCard} from './ProfileCard.tsx';
import styles from './styles.module.css';

interface Props {
  mine: MyProfile & {displayName: string};
  skills: readonly Skill[];
  today: string;
  directorateName: (id: string | null) => string;
  onSaved: (change: ProfileChange) => Promise<readonly FieldError[]>;
}

const lineOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The draft as it is sent: empty lines as none, over the revision that was last read or saved. */
function toSend(draft: ProfileChange, revision: number): ProfileChange {
  return {
    ...draft, revision, team: lineOrNull(draft.team ?? ''), jobRole: lineOrNull(draft.jobRole ?? ''),
    offers: draft.offers.map(({skill, done, note}) => ({skill, done, note: lineOrNull(note ?? '')})),
  };
}

/** The form in which somebody joins the register or changes their profile. What is typed stays when saving fails. */
export function ProfileForm({mine, skills, today, directorateName, onSaved}: Props): ReactNode {
  const [draft, setDraft] = useState(mine.profile);
  const [note, setNote] = useState('');
  const isMember = mine.joinedAt !== null;
  const edit = (changed: Partial<ProfileChange>): void => { setNote(''); setDraft((before) => ({...before, ...changed})); };
  const {errors, busy, submit} = useSubmit<ProfileChange>(onSaved);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setNote('');
    if (await submit(toSend(draft, mine.profile.revision))) setNote(isMember ? 'Your profile is saved.' : 'You are in the register. Colleagues can find you now.');
  };
  const seen = (field: Field): ReactNode => (
    <SelectField id={`visibility-${field}`} label={`Who sees this: ${FIELDS[field].toLowerCase()}`} errors={errors} value={draft.visibility[field]}
      onChange={(event) => edit({visibility: {...draft.visibility, [field]: event.target.value as Visibility}})}>
      {Object.entries(VISIBILITIES).map(([each, words]) => <option key={each} value={each}>{words}</option>)}
    </SelectField>
  );
  return (
    <form onSubmit={(event) => void save(event)} noValidate aria-labelledby="profile-heading">
      <h2 id="profile-heading">{isMember ? 'Change your profile' : 'Join the register'}</h2>
      <ErrorSummary errors={errors} />
      <p>All members see your name, {mine.displayName}, and the skills that you offer. Without them nobody could find you or know whom they ask. You choose who sees the rest, and nobody does until you say so.</p>
      <fieldset className={styles.part}>
        <legend>Skills that you offer</legend>
        <OfferPicker offers={draft.offers} skills={skills} errors={errors} onChanged={(offers) => edit({offers})} />
      </fieldset>
      <fieldset className={styles.part}>
        <legend>Where you work</legend>
        <p>Your directorate is {mine.directorate === null ? 'not on your account. You can add it on the page My record.' : `${directorateName(mine.directorate)}, as on the page My record.`}</p>
        {seen('directorate')}
        <TextField id="team" label="Team" errors={errors} maxLength={LONGEST.line} value={draft.team ?? ''} onChange={(event) => edit({team: event.target.value})} />
        {seen('team')}
        <TextField id="jobRole" label="Job role" hint="What you do, in a few words." errors={errors} maxLength={LONGEST.line} value={draft.jobRole ?? ''} onChange={(event) => edit({jobRole: event.target.value})} />
        {seen('jobRole')}
      </fieldset>
      <fieldset className={styles.part}>
        <legend>Languages</legend>
        <Picker id="languages" label="Languages in which you can help" thing="language" groups={LANGUAGE_GROUPS} chosen={draft.languages} most={MOST.languages} errors={errors}
          onChanged={(languages) => edit({languages: languages as Language[]})} />
        {seen('languages')}
      </fieldset>
      <fieldset className={styles.part}>
        <legend>Interests</legend>
        <Picker id="interests" label="Groups and purposes that interest you" thing="interest" groups={INTEREST_GROUPS} chosen={draft.interests} most={MOST.interests} errors={errors}
          onChanged={(interests) => edit({interests: interests as Interest[]})} />
        {seen('interests')}
      </fieldset>
      <fieldset className={styles.part}>
        <legend>What you would like to learn</legend>
        <Picker id="wants" label="Skills that you would like to learn" hint="The page For you suggests where to begin, whoever else may see this." thing="skill" groups={skillGroups(skills)} chosen={draft.wants} most={MOST.wants} errors={errors}
          onChanged={(wants) => edit({wants})} />
        {seen('wants')}
      </fieldset>
      <fieldset className={styles.part}>
        <legend>Courses held</legend>
        {mine.held.length === 0 ? <p>You have completed no course yet. When you have, you can show it here.</p> : (
          <>
            <p>Tick the courses that may be shown. We work out from your record whether each still counts.</p>
            {mine.held.map(({courseId, title, until}) => (
              <p key={courseId} className={styles.tick}>
                <input type="checkbox" id={`course-${courseId}`} checked={draft.courses.includes(courseId)}
                  onChange={(event) => edit({courses: event.target.checked ? [...draft.courses, courseId] : draft.courses.filter((each) => each !== courseId)})} />
                <label htmlFor={`course-${courseId}`}>{title}{until === null ? '' : ` (${until < today ? 'counted' : 'counts'} until ${writeDay(until)})`}</label>
              </p>
            ))}
          </>
        )}
        {seen('courses')}
      </fieldset>
      <fieldset className={styles.part}>
        <legend>Questions from colleagues</legend>
        <p className={styles.tick}>
          <input type="checkbox" id="takesQuestions" checked={draft.takesQuestions} onChange={(event) => edit({takesQuestions: event.target.checked})} />
          <label htmlFor="takesQuestions">Colleagues may ask me questions. They come by e-mail, and nobody sees my address.</label>
        </p>
      </fieldset>
      <Preview draft={draft} mine={mine} skills={skills} today={today} directorateName={directorateName} />
      <p className="aw-choices"><button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Saving' : isMember ? 'Save my profile' : 'Join the register'}</button></p>
      <p role="status" className="aw-hint">{note}</p>
    </form>
  );
}

function OfferPicker({offers, skills, errors, onChanged}: {offers: readonly Offer[]; skills: readonly Skill[]; errors: readonly FieldError[]; onChanged: (offers: Offer[]) => void}): ReactNode {
  // What was said about a skill comes back when it was removed by a slip and is added again.
  const before = useRef(new Map<string, Offer>());
  const choose = (ids: readonly string[]): void => {
    for (const offer of offers) before.current.set(offer.skill, offer);
    onChanged(ids.map((skill) => before.current.get(skill) ?? {skill, done: 'once', note: null}));
  };
  const edit = (skill: string, changed: Partial<Offer>): void => onChanged(offers.map((offer) => (offer.skill === skill ? {...offer, ...changed} : offer)));
  return (
    <Picker id="offers" label="A method or skill that you have used" thing="skill" groups={skillGroups(skills)} chosen={offers.map(({skill}) => skill)} most={MOST.offers} errors={errors} onChanged={choose}
      details={(id) => {
        const offer = offers.find(({skill}) => skill === id);
        if (!offer) return null;
        const title = skills.find((skill) => skill.id === id)?.title ?? id;
        return (
          <div className={styles.offer}>
            <SelectField id={`done-${id}`} label={`I have done it: ${title}`} errors={errors} value={offer.done} onChange={(event) => edit(id, {done: event.target.value as Done})}>
              {Object.entries(DONE).map(([each, words]) => <option key={each} value={each}>{words}</option>)}
            </SelectField>
            <TextField id={`note-${id}`} label={`A line about it, if you like: ${title}`} errors={errors}
              maxLength={LONGEST.line} value={offer.note ?? ''} onChange={(event) => edit(id, {note: event.target.value === '' ? null : event.target.value})} />
          </div>
        );
      }} />
  );
}

const VIEWERS: Readonly<Record<Viewer, string>> = {member: 'A member', lead: 'A lead or coordinator'};

/** What others would see if the draft were saved now, made by the same rule as the service uses. */
function Preview({draft, mine, skills, today, directorateName}: Omit<Props, 'onSaved'> & {draft: ProfileChange}): ReactNode {
  const [viewer, setViewer] = useState<Viewer>('member');
  const profile = {
    ...toSend(draft, 0), id: '', displayName: mine.displayName, directorate: mine.directorate,
    courses: mine.held.filter(({courseId}) => draft.courses.includes(courseId)),
  };
  return (
    <section aria-labelledby="preview" className="aw-card">
      <h3 id="preview">This is how a colleague sees you</h3>
      <SelectField id="preview-as" label="Who looks" errors={[]} value={viewer} onChange={(event) => setViewer(event.target.value as Viewer)}>
        {Object.entries(VIEWERS).map(([each, words]) => <option key={each} value={each}>{words}</option>)}
      </SelectField>
      <p><strong>{mine.displayName}</strong></p>
      <ProfileCard view={viewOf(profile, viewer)} skills={skills} today={today} directorateName={directorateName} />
    </section>
  );
}
