import type {ReactNode} from 'react';
import type {Course} from '#core/courses/course.ts';
import {COMPETENCY_LEVELS, taughtIn} from '#core/courses/framework.ts';
import type {CompetencyLevel, Framework} from '#core/courses/framework.ts';
import type {LinkTo} from '../methods/link.tsx';

interface Props {
  framework: Framework;
  courses: readonly Course[];
  linkTo: LinkTo;
}

/** Every competency with its three levels and the lessons that teach it. */
export function FrameworkView({framework, courses, linkTo}: Props): ReactNode {
  return framework.areas.map(({id, title, competencies}) => (
    <section key={id} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {competencies.map((competency) => (
        <section key={competency.id} aria-labelledby={competency.id}>
          <h3 id={competency.id}>{competency.title}</h3>
          <dl>
            {(Object.keys(COMPETENCY_LEVELS) as CompetencyLevel[]).map((level) => (
              <div key={level}><dt>{COMPETENCY_LEVELS[level]}</dt><dd>{competency.levels[level]}</dd></div>
            ))}
          </dl>
          <p>
            Taught in:{' '}
            {taughtIn(competency.id, courses).map(({course, lessons}, index) => (
              <span key={course.id}>
                {index > 0 ? '; ' : ''}{linkTo({href: `/learn/${course.id}/`, children: course.title})}
                {lessons.map((lesson, place) => <span key={lesson.id}>{place === 0 ? ', lesson ' : ' and '}{linkTo({href: `/learn/${course.id}/${lesson.id}/`, children: lesson.title})}</span>)}
              </span>
            ))}.
          </p>
        </section>
      ))}
    </section>
  ));
}
