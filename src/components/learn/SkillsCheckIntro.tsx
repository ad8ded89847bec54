import type {ReactNode} from 'react';
import styles from './SkillsCheck.module.css';

interface Props {
  /** True until the device's storage has been read. */
  loading: boolean;
  courses: number;
  most: number;
  onStarted: () => void;
}

/** What somebody should know before they start the skills check. */
export function SkillsCheckIntro({loading, courses, most, onStarted}: Props): ReactNode {
  return (
    <>
      <ul className={styles.facts}>
        <li>You get up to {most} short questions from all {courses} courses. They take about 8 minutes.</li>
        <li>Each question depends on your answers before it. So you cannot go back, and we tell you what was right at the end.</li>
        <li>If you do not know, say so. A guess only sends you past a lesson that you need.</li>
        <li>At the end you get your path: the lessons that you can skip, the lessons to take, and why.</li>
        <li>You skip a lesson when you answer two questions on it right. With three options, a guess is right one time in three. Two guesses are both right one time in nine.</li>
        <li>There is no pass mark. A lesson that you skip counts as known. You still take each course’s assessment.</li>
        <li>Only you see your answers. They stay on this device unless you sign in. Then they join your record.</li>
      </ul>
      <p className="aw-choices">
        <button type="button" className="aw-button" aria-disabled={loading} onClick={() => { if (!loading) onStarted(); }}>Start the skills check</button>
      </p>
      <noscript><p className="aw-hint">To take the check, switch on JavaScript in your browser. You can read every lesson without it.</p></noscript>
    </>
  );
}
