import type {ReactNode} from 'react';
import type {MethodSummary} from '#core/methods/method.ts';
import type {Mix, MixRole} from '#core/methods/mix.ts';
import type {RankedMethod} from '#core/methods/recommend.ts';
import {audiencesOf} from '#core/methods/answers.ts';
import type {PartialBrief} from '#core/methods/brief.ts';
import {audiencesInWords, costInWords, upperFirst, weekRangeInWords} from '#core/methods/words.ts';
import {methodHref} from '../methods/link.tsx';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface Props {
  mix: Mix;
  ranked: readonly RankedMethod[];
  brief: PartialBrief;
  methods: readonly MethodSummary[];
  linkTo: LinkTo;
}

const ROLES: Readonly<Record<MixRole, string>> = {
  core: 'The core',
  reach: 'To reach people the others miss',
  'face-to-face': 'To meet people face to face',
  'second-view': 'For a second view',
};

/** The methods recommended together, with what each is there for. */
export function MixCards({mix, ranked, brief, methods, linkTo}: Props): ReactNode {
  return (
    <ul className={styles.cards}>
      {mix.methods.map((id) => {
        const method = methods.find((each) => each.id === id);
        const role = mix.roles[id];
        if (!method || !role) return null;
        const reached = audiencesOf(brief).filter((audience) => mix.coverage[audience]?.includes(id));
        const reasons = ranked.find((each) => each.id === id)?.for.slice(0, 2) ?? [];
        return (
          <li key={id} className={`aw-card ${styles.card}`}>
            <p className={styles.role}>{ROLES[role]}</p>
            <h4>{linkTo({href: methodHref(id), children: method.title})}</h4>
            <p>{method.description}</p>
            {reasons.map((reason) => <p key={reason}>{reason}</p>)}
            <dl>
              {audiencesOf(brief).length > 0 && <div><dt>Suits</dt><dd>{reached.length > 0 ? upperFirst(audiencesInWords(reached)) : 'None of the groups you named in particular'}</dd></div>}
              <div><dt>Time</dt><dd>{upperFirst(weekRangeInWords(method.elapsedWeeks))}</dd></div>
              <div><dt>Cost</dt><dd>{upperFirst(costInWords(method.costBand))}</dd></div>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
