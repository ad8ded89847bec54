import {useCallback, useMemo} from 'react';
import type {ReactNode} from 'react';
import {useHistory, useLocation} from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import {MethodIndex, readListState, writeListState} from '#components/methods/MethodIndex.tsx';
import {useInAddress} from '#components/methods/useInAddress.ts';
import type {MethodSummary} from '#core/methods/method.ts';
import {siteLink} from '../siteLink.tsx';

interface Props {
  summaries: readonly MethodSummary[];
  /** Other names of each method, by its id. */
  aliases: Readonly<Record<string, string[]>>;
}

/** The list of all methods. Markdown writes it as `<MethodIndex />`, and `remarkMethodIndex` gives it the catalogue that the build wrote. */
export function MethodIndexHere({summaries, aliases}: Props): ReactNode {
  const methods = useMemo(() => summaries.map((method) => ({...method, aka: aliases[method.id] ?? []})), [summaries, aliases]);
  const read = useCallback((query: string) => readListState(query, methods), [methods]);
  const {value, ready, change} = useInAddress({isBrowser: useIsBrowser(), location: useLocation(), history: useHistory()}, read, writeListState);
  return <MethodIndex methods={methods} state={value} ready={ready} onChanged={change} linkTo={siteLink} />;
}
