import type {ReactNode} from 'react';
import {waysToTakePart} from '#core/methods/compare.ts';
import type {MethodFacts as Facts} from '#core/methods/method.ts';
import {AUDIENCES} from '#core/methods/vocabulary.ts';
import type {Audience} from '#core/methods/vocabulary.ts';
import {costInWords, countInWords, effortInWords, upperFirst, weekRangeInWords} from '#core/methods/words.ts';
import {Cited} from './Cited.tsx';
import {ReviewNotice} from './ReviewNotice.tsx';
import styles from './styles.module.css';

interface Props {
  facts: Facts;
  /** ISO date of today; left out while it is not known, as on the server. */
  today: string | undefined;
}

/** What a practitioner compares methods by, at the top of a method's page. Each fact says where it comes from. */
export function MethodFacts({facts, today}: Props): ReactNode {
  const {min, max} = facts.participants;
  return (
    <section className={styles.facts} aria-labelledby="facts-heading">
      <ReviewNotice reviewBy={facts.reviewBy} owner={facts.owner} today={today} />
      <p className={styles.description}>{facts.description}</p>
      <h2 id="facts-heading" className={styles.factsHeading}>At a glance</h2>
      <dl className={styles.list}>
        {max > 0 && <Fact facts={facts} name="People heard" field="participants">{min === max ? countInWords(min) : `${countInWords(min)} to ${countInWords(max)}`}</Fact>}
        <Fact facts={facts} name="Time until results" field="elapsedWeeks" note={facts.elapsedNote}>{weekRangeInWords(facts.elapsedWeeks)}</Fact>
        <Fact facts={facts} name="Outside cost" field="costBand" note={facts.costNote}>{upperFirst(costInWords(facts.costBand))}</Fact>
        <Fact facts={facts} name="Your own staff’s time" field="staffEffort">{upperFirst(effortInWords(facts.staffEffort))}</Fact>
        <Fact facts={facts} name="How people take part" field="faceToFace">{waysToTakePart(facts)}</Fact>
        <Fact facts={facts} name="What the results stand for" field="representative">{whatItStandsFor(facts)}</Fact>
        <Fact facts={facts} name="Suits" field="audiences"><Audiences of={facts.audiences.goodFor} />{facts.audienceExclusive ? ' Only for these groups.' : ''}</Fact>
        {facts.audiences.poorFor.length > 0 && <Fact facts={facts} name="Tends to miss" field="audiences"><Audiences of={facts.audiences.poorFor} /></Fact>}
        {facts.skills.length > 0 && <Fact facts={facts} name="Skills needed" field="skills">{upperFirst(facts.skills.join('; '))}</Fact>}
      </dl>
    </section>
  );
}

interface FactProps {
  facts: Facts;
  name: string;
  /** The field whose provenance is shown. */
  field: string;
  note?: string | undefined;
  children: ReactNode;
}

function Fact({facts, name, field, note, children}: FactProps): ReactNode {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>
        {children} <Cited facts={facts} from={facts.provenance[field]} />
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}

function Audiences({of}: {of: readonly Audience[]}): ReactNode {
  return `${of.map((audience) => AUDIENCES[audience]).join('; ')}.`;
}

function whatItStandsFor({representative, statisticallyProjectable, reach}: Facts): string {
  if (statisticallyProjectable) return 'Given a sound sample, the whole population';
  if (representative) return 'A cross-section of people, too few for figures';
  return reach === 'none' ? 'What people have already said' : 'Those who took part, and nobody else';
}
