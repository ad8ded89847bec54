import {useMemo} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useHistory, useLocation} from '@docusaurus/router';
import useIsBrowser from '@docusaurus/useIsBrowser';
import details from '@generated/askwell-methods/default/details.json';
import methods from '@generated/askwell-methods/default/summaries.json';
import Layout from '@theme/Layout';
import {CompareForm} from '#components/methods/CompareForm.tsx';
import {CompareTable} from '#components/methods/CompareTable.tsx';
import type {LinkTo} from '#components/methods/link.tsx';
import {useInAddress} from '#components/methods/useInAddress.ts';
import {compareMethods, MOST_COMPARED} from '#core/methods/compare.ts';
import type {Comparison} from '#core/methods/compare.ts';
import {COMPARE_KEYS, readCompareCode, writeCompareCode} from '#core/methods/compareCode.ts';
import {listInWords} from '#core/methods/words.ts';
import styles from './compare.module.css';

const linkTo: LinkTo = ({href, children, className}) => <Link to={href} className={className}>{children}</Link>;

interface State {
  /** A place for each column: the id that is chosen there, or null. */
  slots: readonly (string | null)[];
  onlyDiffering: boolean;
  dropped: readonly string[];
}

const idsIn = ({slots}: State): string[] => slots.filter((id) => id !== null);

function read(query: string): State {
  const {ids, onlyDiffering, dropped} = readCompareCode(query, methods);
  return {slots: Array.from({length: MOST_COMPARED}, (_, slot) => ids[slot] ?? null), onlyDiffering, dropped};
}

const write = (state: State): string => writeCompareCode({ids: idsIn(state), onlyDiffering: state.onlyDiffering});

/** Up to four methods side by side. The address holds which, so that the comparison can be sent to somebody. */
export default function ComparePage(): ReactNode {
  const {value: state, ready, change} = useInAddress({isBrowser: useIsBrowser(), location: useLocation(), history: useHistory()}, read, write);
  const {slots, onlyDiffering, dropped} = state;
  const comparison = useMemo(() => compareMethods(slots.filter((id) => id !== null), methods, details), [slots]);
  const titles = comparison.methods.map(({title}) => title);
  const ticked = idsIn(state).join(',');
  return (
    <Layout title={titles.length === 0 ? 'Compare methods' : `Compare ${listInWords(titles)}`}
      description="Put up to four methods of consultation side by side: cost, time, people reached, strengths and weaknesses.">
      <main className={`aw-page ${styles.page}`}>
        <h1>Compare methods</h1>
        <p className="aw-lede">See up to four methods side by side. The address of this page keeps your choice, so you can send it to a colleague.</p>
        <noscript>
          <p>A comparison on one page needs JavaScript. Without it, open each method from the <a href="/methods/">list of all methods</a> in a window of its own and set the windows side by side.</p>
        </noscript>
        {dropped.length > 0 && <p role="status" className="aw-panel">Part of this link could not be used. {dropped.join(' ')}</p>}
        <CompareForm methods={methods} slots={slots} onlyDiffering={onlyDiffering} ready={ready}
          onChosen={(slot, id) => change({slots: slots.map((each, index) => (index === slot ? id : each)), onlyDiffering, dropped: []}, `slot ${slot}`)}
          onOnlyDiffering={(only) => change({slots, onlyDiffering: only, dropped: []}, 'only')} />
        <p role="status">{ready ? summaryOf(comparison, onlyDiffering) : ''}</p>
        <CompareTable comparison={comparison} onlyDiffering={onlyDiffering} linkTo={linkTo} />
        <p className={styles.onward}>
          Choose from the <Link to={ticked === '' ? '/methods/' : `/methods/?${COMPARE_KEYS.methods}=${ticked}`}>list of all methods</Link>, or let the{' '}
          <Link to="/method-selector/">method selector</Link> rank them for your case.
        </p>
      </main>
    </Layout>
  );
}

/** What there is to see, or what to do first. */
function summaryOf({methods: compared, rows}: Comparison, onlyDiffering: boolean): string {
  if (compared.length === 0) return 'Choose at least two methods.';
  if (compared.length === 1) return 'Choose another method to compare it with.';
  const differing = rows.filter(({differs}) => differs).length;
  const same = rows.length - differing;
  return `${differing} of ${rows.length} rows differ.${onlyDiffering && same > 0 ? ` The ${same === 1 ? 'other is' : `other ${same} are`} hidden.` : ''}`;
}
