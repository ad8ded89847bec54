import type {ReactNode} from 'react';
import {PointDetails} from './PointDetails.tsx';

interface Props {
  /** The question's number on the page, counted from 1, where there are several. */
  place?: number;
  /** The form. */
  children: ReactNode;
}

/** Stands below the feedback on a question and opens the form. */
export function QuestionPoint({place, children}: Props): ReactNode {
  return <PointDetails isSmall summary={<>Report a problem with this question{place === undefined ? null : <span className="aw-visually-hidden">: question {place}</span>}</>}>{children}</PointDetails>;
}
