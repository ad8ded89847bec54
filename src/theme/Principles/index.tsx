import type {ReactNode} from 'react';
import code from '@generated/askwell-practice-code/default/code.json';
import {Principles as PrincipleList} from '#components/practiceCode/Principles.tsx';
import {linkedHeading} from '../InvolvementProcess/linkedHeading.tsx';
import {siteLink} from '../siteLink.tsx';

/** The six principles of the code, which Markdown writes as `<Principles />`. */
export default function Principles(): ReactNode {
  return <PrincipleList code={code} linkTo={siteLink} heading={linkedHeading} />;
}
