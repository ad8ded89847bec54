import type {ReactNode} from 'react';
import type {MethodSummary} from '#core/methods/method.ts';
import type {Mix} from '#core/methods/mix.ts';
import {audiencesOf} from '#core/methods/answers.ts';
import type {PartialBrief} from '#core/methods/brief.ts';
import {AUDIENCES} from '#core/methods/vocabulary.ts';
import type {Audience} from '#core/methods/vocabulary.ts';

interface Props {
  mix: Mix;
  brief: PartialBrief;
  methods: readonly MethodSummary[];
}

/** Who is reached by what: a row for each group named, a column for each method of the mix. In words, so that it prints in black. */
export function CoverageTable({mix, brief, methods}: Props): ReactNode {
  const columns = mix.methods.flatMap((id) => methods.find((method) => method.id === id) ?? []);
  return (
    <section aria-labelledby="coverage">
      <h3 id="coverage">Who is reached by what</h3>
      {/* A region that scrolls has to take focus, or the keyboard cannot reach what is out of sight. */}
      <div className="aw-table-scroll" role="region" aria-label="Table of groups and methods" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Group</th>
              {columns.map(({id, title}) => <th key={id} scope="col">{title}</th>)}
            </tr>
          </thead>
          <tbody>
            {audiencesOf(brief).map((audience) => (
              <tr key={audience}>
                <th scope="row">{AUDIENCES[audience]}</th>
                {columns.map((method) => <td key={method.id}>{inWords(method, audience)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mix.uncovered.length > 0 && (
        <div className="aw-panel">
          <h4>Not covered</h4>
          <dl>
            {mix.uncovered.map((audience) => (
              <div key={audience}><dt>{AUDIENCES[audience]}</dt><dd>{mix.uncoveredAdvice[audience]}</dd></div>
            ))}
          </dl>
        </div>
      )}
    </section>
  );
}

function inWords({audiences}: MethodSummary, audience: Audience): string {
  if (audiences.goodFor.includes(audience)) return 'Suits';
  return audiences.poorFor.includes(audience) ? 'Tends to miss' : 'May reach';
}
