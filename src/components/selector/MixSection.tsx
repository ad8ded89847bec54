import type {ReactNode, Ref} from 'react';
import {audiencesOf} from '#core/methods/answers.ts';
import type {PartialBrief} from '#core/methods/brief.ts';
import {MOST_COMPARED} from '#core/methods/compare.ts';
import {writeCompareCode} from '#core/methods/compareCode.ts';
import type {MethodSummary} from '#core/methods/method.ts';
import type {Mix} from '#core/methods/mix.ts';
import {alternativesTo, compareMixes} from '#core/methods/mixChanges.ts';
import {MIX_ROLES} from '#core/methods/mixRoles.ts';
import type {RankedMethod} from '#core/methods/recommend.ts';
import {audiencesInWords, costInWords, listInWords, upperFirst, weekRangeInWords} from '#core/methods/words.ts';
import {methodHref} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface Props {
  /** The mix on the page: the one recommended, or the person's own. */
  mix: Mix;
  recommended: Mix;
  isOwnMix: boolean;
  ranked: readonly RankedMethod[];
  brief: PartialBrief;
  methods: readonly MethodSummary[];
  title: string;
  headingRef: Ref<HTMLHeadingElement>;
  linkTo: LinkTo;
  /** Null: back to the mix recommended. */
  onMixChanged: (ids: string[] | null) => void;
}

/** The methods to use together, with what each is there for, and the ways to make the mix one's own. */
export function MixSection({mix, recommended, isOwnMix, ranked, brief, methods, title, headingRef, linkTo, onMixChanged}: Props): ReactNode {
  const nameOf = (id: string): string => methods.find((method) => method.id === id)?.title ?? id;
  const compared = mix.methods.slice(0, MOST_COMPARED);
  return (
    <section aria-labelledby="mix">
      <h3 id="mix" ref={headingRef} tabIndex={-1}>{title}</h3>
      {mix.methods.length === 0 ? (
        <p>{isOwnMix ? 'You have taken every method out. Add one from the list below, or go back to the mix we recommend.' : 'No method fits all your answers. Change one, or look at what would change this.'}</p>
      ) : (
        <ul className={styles.cards}>
          {mix.methods.map((id) => <MixCard key={id} id={id} mix={mix} ranked={ranked} brief={brief} methods={methods} linkTo={linkTo} onMixChanged={onMixChanged} />)}
        </ul>
      )}
      {compared.length > 1 && <p data-print="no">{linkTo({href: `/methods/compare/?${writeCompareCode({ids: compared, onlyDiffering: false})}`, children: compared.length === mix.methods.length ? 'Compare them side by side' : `Compare the first ${compared.length} side by side`})}</p>}
      {mix.concerns.length > 0 && (
        <div className="aw-panel">
          <h4>To think about</h4>
          <ul>{mix.concerns.map((concern) => <li key={concern}>{concern}</li>)}</ul>
        </div>
      )}
      {isOwnMix && (
        <div className="aw-panel">
          <h4>What your changes do</h4>
          <p>We recommended {listInWords(recommended.methods.map(nameOf)) || 'nothing'}.</p>
          <div className="aw-table-scroll" role="region" aria-label="Your mix beside ours" tabIndex={0}>
            <table>
              <thead><tr><th scope="col">What</th><th scope="col">Your mix</th><th scope="col">Our mix</th></tr></thead>
              <tbody>
                {compareMixes(recommended, mix).map(({what, now, before}) => (
                  <tr key={what}><th scope="row">{what}</th><td>{now === before ? now : <strong>{now}</strong>}</td><td>{before}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
          <p data-print="no"><button type="button" className="aw-button aw-button--quiet" onClick={() => onMixChanged(null)}>Go back to the mix we recommend</button></p>
        </div>
      )}
    </section>
  );
}

type CardProps = Pick<Props, 'mix' | 'ranked' | 'brief' | 'methods' | 'linkTo' | 'onMixChanged'> & {id: string};

function MixCard({id, mix, ranked, brief, methods, linkTo, onMixChanged}: CardProps): ReactNode {
  const method = methods.find((each) => each.id === id);
  const role = mix.roles[id];
  if (!method || !role) return null;
  const reached = audiencesOf(brief).filter((audience) => mix.coverage[audience]?.includes(id));
  // Whom it suits stands in the list below.
  const reasons = ranked.find((each) => each.id === id)?.parts.filter((part) => part.id !== 'audience').flatMap((part) => part.for).slice(0, 2) ?? [];
  const alternatives = alternativesTo(id, mix, ranked, methods);
  return (
    <li className={`aw-card ${styles.card}`}>
      <p className={styles.role}>{MIX_ROLES[role]}</p>
      <h4>{linkTo({href: methodHref(id), children: method.title})}</h4>
      <p>{method.description}</p>
      {reasons.map((reason) => <p key={reason}>{reason}</p>)}
      <dl>
        {audiencesOf(brief).length > 0 && <div><dt>Suits</dt><dd>{reached.length > 0 ? upperFirst(audiencesInWords(reached)) : 'None of the groups you named in particular'}</dd></div>}
        <div><dt>Time</dt><dd>{upperFirst(weekRangeInWords(method.elapsedWeeks))}</dd></div>
        <div><dt>Cost</dt><dd>{upperFirst(costInWords(method.costBand))}</dd></div>
      </dl>
      <details className={styles.swap} data-print="no">
        <summary>Swap or take out<span className="aw-visually-hidden"> {method.title}</span></summary>
        <ul>
          {alternatives.map(({id: other, title, effect}) => (
            <li key={other}>
              <button type="button" className="aw-link-button" onClick={() => onMixChanged(mix.methods.map((each) => (each === id ? other : each)))}>Swap for {title}</button> {effect}
            </li>
          ))}
          <li><button type="button" className="aw-link-button" onClick={() => onMixChanged(mix.methods.filter((each) => each !== id))}>Take out {method.title}</button></li>
        </ul>
      </details>
    </li>
  );
}
