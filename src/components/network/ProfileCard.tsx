import type {ReactNode} from 'react';
import {DONE, INTERESTS, LANGUAGES} from '#core/network/fields.ts';
import {isHeldNow} from '#core/network/profile.ts';
import type {HeldCourse, ProfileView} from '#core/network/profile.ts';
import {skillTitle} from '#core/network/skills.ts';
import type {Skill} from '#core/network/skills.ts';
import {writeDay} from '#core/records/londonDay.ts';
import styles from './styles.module.css';

interface Props {
  view: ProfileView;
  skills: readonly Skill[];
  /** The day, as 2026-11-22. */
  today: string;
  directorateName: (id: string) => string;
}

function currencyWords(course: HeldCourse, today: string): string {
  if (course.until === null) return 'held, no end date';
  return isHeldNow(course, today) ? `current until ${writeDay(course.until)}` : `lapsed, was current until ${writeDay(course.until)}`;
}

function Fact({name, children}: {name: string; children: ReactNode}): ReactNode {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function Lines({lines}: {lines: readonly string[]}): ReactNode {
  return <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}

/** A profile as somebody sees it. What they may not see is not in it. */
export function ProfileCard({view, skills, today, directorateName}: Props): ReactNode {
  const {offers, directorate, team, jobRole, interests, wants, languages, courses} = view;
  const titleOf = (id: string): string => skillTitle(id, skills);
  return (
    <dl className={styles.facts}>
      <Fact name="Skills offered">
        {offers.length === 0 ? 'None yet' : <Lines lines={offers.map(({skill, done, note}) => `${titleOf(skill)}: has done it ${DONE[done]}${note === null ? '' : `. ${note}`}`)} />}
      </Fact>
      {directorate === undefined ? null : <Fact name="Directorate">{directorateName(directorate)}</Fact>}
      {team === undefined ? null : <Fact name="Team">{team}</Fact>}
      {jobRole === undefined ? null : <Fact name="Job role">{jobRole}</Fact>}
      {languages === undefined ? null : <Fact name="Languages">{languages.map((each) => LANGUAGES[each]).join(', ')}</Fact>}
      {interests === undefined ? null : <Fact name="Interests"><Lines lines={interests.map((each) => INTERESTS[each])} /></Fact>}
      {wants === undefined ? null : <Fact name="Would like to learn"><Lines lines={wants.map(titleOf)} /></Fact>}
      {courses === undefined ? null : <Fact name="Courses held"><Lines lines={courses.map((course) => `${course.title}: ${currencyWords(course, today)}`)} /></Fact>}
    </dl>
  );
}
