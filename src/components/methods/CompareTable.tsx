import type {ReactNode} from 'react';
import type {CompareLine, CompareRow, Comparison} from '#core/methods/compare.ts';
import {listInWords} from '#core/methods/words.ts';
import {methodHref, plainLink} from './link.tsx';
import type {LinkTo} from './link.tsx';
import styles from './compare.module.css';

interface Props {
  comparison: Comparison;
  onlyDiffering: boolean;
  linkTo?: LinkTo;
}

/**
 * On a screen too narrow for columns, style sheets draw each row as a block. Browsers then forget that it is a table; the roles, which say
 * what the elements are anyway, keep it one for screen readers.
 */
const ROLE = {
  table: {role: 'table'}, group: {role: 'rowgroup'}, row: {role: 'row'}, column: {role: 'columnheader', scope: 'col'}, heading: {role: 'rowheader', scope: 'row'}, cell: {role: 'cell'},
} as const;

/** Methods side by side: a column for each, a row for each thing to weigh. Draws nothing while no method is chosen. */
export function CompareTable({comparison: {methods, rows}, onlyDiffering, linkTo = plainLink}: Props): ReactNode {
  if (methods.length === 0) return null;
  const shown = onlyDiffering && methods.length > 1 ? rows.filter(({differs}) => differs) : rows;
  return (
    <>
      <p className={`aw-hint ${styles.key}`}>An asterisk (*) marks practice judgement: no source is named for it. Each method’s own page lists its sources.</p>
      <table {...ROLE.table} className={styles.table} data-methods={methods.length}>
        <caption>{listInWords(methods.map(({title}) => title))}{methods.length > 1 && ', side by side'}</caption>
        <thead {...ROLE.group}>
          <tr {...ROLE.row}>
            <th {...ROLE.column} className={styles.corner}>To weigh up</th>
            {methods.map(({id, title}) => <th key={id} {...ROLE.column}>{linkTo({href: methodHref(id), children: title})}</th>)}
          </tr>
        </thead>
        <tbody {...ROLE.group}>
          {shown.map((row) => <Row key={row.id} row={row} titles={methods.map(({title}) => title)} linkTo={linkTo} />)}
        </tbody>
      </table>
    </>
  );
}

function Row({row: {id, name, isProse, cells}, titles, linkTo}: {row: CompareRow; titles: readonly string[]; linkTo: LinkTo}): ReactNode {
  return (
    <tr {...ROLE.row} data-row={id}>
      <th {...ROLE.heading}>{name}</th>
      {cells.map((cell, index) => (
        <td key={titles[index]} {...ROLE.cell}>
          {/* Seen where columns have become blocks; a screen reader has the heading of the column. */}
          <span className={styles.who} aria-hidden="true">{titles[index]}</span>
          <Cell lines={cell} isProse={isProse} linkTo={linkTo} />
        </td>
      ))}
    </tr>
  );
}

function Cell({lines, isProse, linkTo}: {lines: readonly CompareLine[]; isProse: boolean; linkTo: LinkTo}): ReactNode {
  const [first] = lines;
  if (!first) return 'Nothing is named';
  if (isProse) return lines.map(({text}) => <p key={text}>{text}</p>);
  if (lines.length === 1) return <Line line={first} isMarked={first.judged} linkTo={linkTo} />;
  // One note for a list that rests on judgement throughout is easier to read than a mark at every line.
  const areAllJudged = lines.every(({judged}) => judged);
  return (
    <>
      <ul>{lines.map((line) => <li key={line.text}><Line line={line} isMarked={line.judged && !areAllJudged} linkTo={linkTo} /></li>)}</ul>
      {areAllJudged && <p className={styles.note}>All practice judgement</p>}
    </>
  );
}

function Line({line: {text, method}, isMarked, linkTo}: {line: CompareLine; isMarked: boolean; linkTo: LinkTo}): ReactNode {
  return (
    <>
      {method === undefined ? text : linkTo({href: methodHref(method), children: text})}
      {isMarked && <><span aria-hidden="true">*</span><span className="aw-visually-hidden"> (practice judgement)</span></>}
    </>
  );
}
