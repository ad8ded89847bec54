import {useId} from 'react';
import type {ReactNode} from 'react';
import {AUDIENCES} from '#core/methods/vocabulary.ts';
import {audienceHref, findGaps} from '#core/planning/stakeholderGaps.ts';
import {nameOf} from '#core/planning/stakeholders.ts';
import type {Stakeholder} from '#core/planning/stakeholders.ts';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

/** Whom nobody in the list stands for. */
export function StakeholderGaps({entries, linkTo}: {entries: readonly Stakeholder[]; linkTo: LinkTo}): ReactNode {
  const id = useId();
  const {characteristics, groups, missingAudiences, missingCharacteristics} = findGaps(entries);
  const guide = (audience: keyof typeof AUDIENCES): ReactNode => linkTo({href: audienceHref(audience), children: AUDIENCES[audience]});
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>Who is missing</h2>
      <p>Nobody stands for {missingCharacteristics} of the 9 protected characteristics, and for {missingAudiences} of the 40 audiences. Not every gap matters for every decision. Ask of each one whether the decision touches these people.</p>
      <div className="aw-table-scroll" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
        <table className={`aw-table ${styles.gaps}`}>
          <caption id={`${id}-caption`}>Protected characteristics, Equality Act 2010</caption>
          <thead><tr><th scope="col">Characteristic</th><th scope="col">Who stands for it</th><th scope="col">Guides</th></tr></thead>
          <tbody>
            {characteristics.map(({id: characteristic, name, by, guides}) => (
              <tr key={characteristic}>
                <th scope="row">{name}</th>
                <td>{by.length === 0 ? <strong className={styles.stale}>Nobody yet</strong> : by.map(nameOf).join(', ')}</td>
                <td>{guides.length === 0 ? 'No guide of its own' : <ul className={styles.guides}>{guides.map((audience) => <li key={audience}>{guide(audience)}</li>)}</ul>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="aw-hint">One name does not make a group heard: a youth council does not stand for every age. A group for lesbian, gay and bisexual people may not speak for trans people. Ask, then tick it by hand. Which audience counts for which characteristic is practice judgement.</p>
      <h3>Audiences nobody stands for</h3>
      {groups.length === 0 ? <p>None. Somebody stands for each of the 40.</p> : (
        <dl className={styles.methods}>
          {groups.map(({name, audiences}) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd><ul className={styles.guides}>{audiences.map((audience) => <li key={audience}>{guide(audience)}</li>)}</ul></dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
