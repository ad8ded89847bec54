import type {ReactNode} from 'react';
import methods from '@generated/askwell-methods/default/summaries.json';
import {MethodIndex} from '#components/methods/MethodIndex.tsx';

/** The list of all methods, with the catalogue that the build wrote. Markdown writes it as `<MethodIndex />`. */
export function MethodIndexHere(): ReactNode {
  return <MethodIndex methods={methods} />;
}
