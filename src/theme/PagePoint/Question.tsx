import {useLocation} from '@docusaurus/router';
import {useEffect} from 'react';
import type {ReactNode} from 'react';
import {QuestionPoint} from '#components/points/QuestionPoint.tsx';
import {toPagePath} from '#core/points/place.ts';
import LazyForm, {startSending} from './LazyForm.tsx';

interface Props {
  /** Of the question, as its file has it. */
  id: string;
  /** Hash of the wording that was answered. */
  version: string;
  /** Its number on the page, counted from 1, where several questions stand on one. */
  place?: number;
}

/** Below the feedback on a question: a way to say that something is wrong with it. */
export default function ReportQuestion({id, version, place}: Props): ReactNode {
  const {pathname} = useLocation();
  const path = toPagePath(pathname);
  useEffect(startSending, []);
  if (path === null) return null;
  return <QuestionPoint key={`${id} ${version}`} {...(place === undefined ? {} : {place})}><LazyForm path={path} question={{id, version}} headings={[]} /></QuestionPoint>;
}
