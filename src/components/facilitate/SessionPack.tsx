import type {ReactNode} from 'react';
import type {Course} from '#core/courses/course.ts';
import {PART_KINDS} from '#core/courses/partKinds.ts';
import type {Session, SheetLesson} from '#core/courses/session.ts';
import {runningOrder, writeClock, writeLength} from '#core/courses/sessionClock.ts';
import type {TimedPart} from '#core/courses/sessionClock.ts';
import {EvaluationForm} from './EvaluationForm.tsx';
import {PrintAnswer} from './PrintAnswer.tsx';
import {PrintQuestion} from './PrintQuestion.tsx';
import {Register} from './Register.tsx';
import {Sheet} from './Sheet.tsx';
import styles from './pack.module.css';

interface Props {
  course: Course;
  session: Session;
  organisation: string;
  /** When the session starts, in minutes since midnight. */
  start: number;
}

/** Everything of a session that goes on paper, each sheet on a page of its own. */
export function SessionPack({course, session, organisation, start}: Props): ReactNode {
  const order = runningOrder(session.parts, start);
  return (
    <>
      <Cover course={course} session={session} organisation={organisation} order={order} />
      <Script order={order} />
      <Sheet id="questions" title="Question sheet">
        <p>Name, if you want your sheet back: <span className={styles.write} /></p>
        {numbered(session.sheet).map(({lesson, questions, first}) => (
          <div key={lesson.id}>
            <h3>{lesson.title}</h3>
            <ol start={first}>{questions.map((question) => <li key={question.id}><PrintQuestion question={question} /></li>)}</ol>
          </div>
        ))}
      </Sheet>
      <Sheet id="answers" title="Answers with reasons">
        <p>Hand these out when the room has answered. The reasons teach more than the marks.</p>
        {numbered(session.sheet).map(({lesson, questions, first}) => (
          <div key={lesson.id}>
            <h3>{lesson.title}</h3>
            <ol start={first}>{questions.map((question) => <li key={question.id}><p className={styles.stem}>{question.stem}</p><PrintAnswer question={question} /></li>)}</ol>
          </div>
        ))}
      </Sheet>
      <Register course={course.title} />
      <EvaluationForm course={course} />
    </>
  );
}

/** Gives each lesson that has questions the number of the first of them, so that the sheet and the answers count alike. */
function numbered(sheet: readonly SheetLesson[]): (SheetLesson & {first: number})[] {
  let next = 1;
  return sheet.filter(({questions}) => questions.length > 0).map((each) => {
    const first = next;
    next += each.questions.length;
    return {...each, first};
  });
}

function Cover({course, session, organisation, order}: {course: Course; session: Session; organisation: string; order: readonly TimedPart[]}): ReactNode {
  return (
    <Sheet id="cover" title={course.title} isFirst>
      <p>Session pack for trainers at {organisation}. {writeLength(session.minutes)}, for about twelve people.</p>
      <h3>After the session, people can do this</h3>
      <ul>{course.outcomes.map(({id, text}) => <li key={id}>{text}</li>)}</ul>
      <h3>Before the day</h3>
      <p>{session.room}</p>
      <ul>{session.prepare.map((text) => <li key={text}>{text}</li>)}</ul>
      <div className="aw-table-scroll" role="region" aria-label="Running order" tabIndex={0}>
        <table className="aw-table">
          <caption>Running order</caption>
          <thead><tr><th scope="col">Starts</th><th scope="col">Part</th><th scope="col">Minutes</th></tr></thead>
          <tbody>
            {order.map(({part, startsAt}) => (
              <tr key={startsAt}><td>{writeClock(startsAt)}</td><th scope="row">{part.title}</th><td>{part.minutes}</td></tr>
            ))}
            <tr><td>{writeClock(order.at(-1)?.endsAt ?? 0)}</td><th scope="row">End</th><td>{session.minutes} in all</td></tr>
          </tbody>
        </table>
      </div>
    </Sheet>
  );
}

function Script({order}: {order: readonly TimedPart[]}): ReactNode {
  return (
    <Sheet id="script" title="Trainer’s notes">
      {order.map(({part, startsAt, endsAt}) => (
        <div key={startsAt} className={styles.part}>
          <h3>{writeClock(startsAt)} to {writeClock(endsAt)}: {part.title}</h3>
          <p>{PART_KINDS[part.kind]}, {writeLength(part.minutes)}.</p>
          {part.say ? <p><strong>Say first:</strong> {part.say}</p> : null}
          {part.notes ? <p><strong>Notes:</strong> {part.notes}</p> : null}
        </div>
      ))}
    </Sheet>
  );
}
