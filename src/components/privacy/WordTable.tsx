import type {ReactNode} from 'react';

export interface WordRow {
  key: string;
  cells: readonly [first: string, ...rest: string[]];
}

/** A table of plain words with a caption that names it. The first cell of a row names the row. */
export function WordTable({id, caption, heads, rows}: {id: string; caption: string; heads: readonly string[]; rows: readonly WordRow[]}): ReactNode {
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className="aw-table">
        <caption id={id}>{caption}</caption>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {rows.map(({key, cells: [first, ...rest]}) => <tr key={key}><th scope="row">{first}</th>{rest.map((cell, index) => <td key={index}>{cell}</td>)}</tr>)}
        </tbody>
      </table>
    </div>
  );
}
