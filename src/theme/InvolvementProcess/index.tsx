import type {ReactNode} from 'react';
import code from '@generated/askwell-practice-code/default/code.json';
import {InvolvementProcess as Process} from '#components/practiceCode/InvolvementProcess.tsx';
import {siteLink} from '../siteLink.tsx';
import {linkedHeading} from './linkedHeading.tsx';

/** The 18 steps of the involvement process, which Markdown writes as `<InvolvementProcess />`. Each heading is an anchor with the step's id. */
export default function InvolvementProcess(): ReactNode {
  return <Process code={code} linkTo={siteLink} heading={linkedHeading} />;
}
