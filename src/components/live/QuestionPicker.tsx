import type {ReactNode} from 'react';
import {itemsOf} from '#core/live/questions.ts';
import type {LiveCourse} from '#core/live/questions.ts';
import styles from './styles.module.css';

interface Props {
  courses: readonly LiveCourse[];
  courseId: string;
  questionId: string;
  /** False while a live question runs: it stays with its course. */
  canChangeCourse: boolean;
  onPicked: (courseId: string, questionId: string) => void;
}

/** Chooses a course and one of its practice questions. */
export function QuestionPicker({courses, courseId, questionId, canChangeCourse, onPicked}: Props): ReactNode {
  const course = courses.find(({id}) => id === courseId);
  const pickCourse = (id: string): void => onPicked(id, itemsOf(courses.find((each) => each.id === id))[0]?.id ?? '');
  return (
    <>
      {canChangeCourse ? (
        <div className="aw-field">
          <label htmlFor="live-course">Course</label>
          <select id="live-course" value={courseId} autoComplete="off" onChange={({target}) => pickCourse(target.value)}>
            {courses.map(({id, title}) => <option key={id} value={id}>{title}</option>)}
          </select>
        </div>
      ) : null}
      <div className="aw-field">
        <label htmlFor="live-question">Question</label>
        <p className="aw-hint" id="live-question-hint">Practice questions with answers to choose from, by lesson.</p>
        <select id="live-question" className={styles.picker} value={questionId} autoComplete="off" aria-describedby="live-question-hint" onChange={({target}) => onPicked(courseId, target.value)}>
          {course?.lessons.map((lesson) => (
            <optgroup key={lesson.id} label={lesson.title}>
              {lesson.items.map(({id, stem}) => <option key={id} value={id}>{stem}</option>)}
            </optgroup>
          ))}
        </select>
      </div>
    </>
  );
}
