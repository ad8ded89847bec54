import {useState} from 'react';
import type {ReactNode} from 'react';
import type {RunCredentials, RunIssued, RunStanding} from '#core/credentials/api.ts';
import {KIND_WORDS} from '#core/credentials/kinds.ts';
import type {CredentialKind} from '#core/credentials/kinds.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import type {FieldError} from '../account/loaded.ts';
import styles from './styles.module.css';

interface Props {
  found: RunCredentials;
  /** Issues to these people. Gives the faults, and what came of each. */
  onIssued: (kind: CredentialKind, personIds: readonly string[]) => Promise<{faults: readonly FieldError[]; outcomes: RunIssued['outcomes']}>;
}

const STATE_WORDS: Readonly<Record<RunStanding['state'], string>> = {issued: 'Issued', ready: 'Ready', 'not-yet': 'Not yet', own: 'Yours'};

function sayOutcome(outcomes: RunIssued['outcomes']): string {
  const count = (outcome: string): number => outcomes.filter((each) => each.outcome === outcome).length;
  const issued = count('issued');
  const refused = count('refused');
  return `${issued === 1 ? '1 certificate is issued' : `${issued} certificates are issued`}.${refused > 0 ? ` ${refused} could not be: look at the list.` : ''}`;
}

/** Who of a run has which certificate, who can have one, and what is missing for the others. */
export function RunCertificates({found: {run, kinds, people}, onIssued}: Props): ReactNode {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const readyFor = (kind: CredentialKind): string[] => people.filter(({standings}) => standings.some((each) => each.kind === kind && each.state === 'ready')).map(({personId}) => personId);
  const issue = async (kind: CredentialKind, personIds: readonly string[]): Promise<void> => {
    if (busy || personIds.length === 0) return;
    setBusy(true);
    setNote('');
    const {faults, outcomes} = await onIssued(kind, personIds);
    setBusy(false);
    setErrors(faults);
    if (faults.length === 0) setNote(sayOutcome(outcomes));
  };
  if (kinds.length === 0) return <p>This course gives no certificates.</p>;
  if (people.length === 0) return <p>Nobody has a place in this run yet.</p>;
  return (
    <>
      <ErrorSummary errors={errors} />
      <p className="aw-choices">
        {kinds.map((kind) => {
          const ready = readyFor(kind);
          return (
            <button key={kind} type="button" className="aw-button" aria-disabled={busy || ready.length === 0} onClick={() => void issue(kind, ready)}>
              Issue {KIND_WORDS[kind].title.toLowerCase()} to all who are ready ({ready.length})
            </button>
          );
        })}
      </p>
      <p role="status">{busy ? 'Signing the certificates.' : note}</p>
      <div className="aw-table-scroll" role="region" aria-label={`Certificates of ${run.title}`} tabIndex={0}>
        <table className="aw-table">
          <caption>Certificates of {run.title}</caption>
          <thead><tr><th scope="col">Name</th>{kinds.map((kind) => <th key={kind} scope="col">{KIND_WORDS[kind].title}</th>)}</tr></thead>
          <tbody>
            {people.map(({personId, name, standings}) => (
              <tr key={personId}>
                <th scope="row">{name}</th>
                {standings.map(({kind, state, id, why}) => (
                  <td key={kind}>
                    <strong>{STATE_WORDS[state]}</strong>{why ? `: ${why}` : ''}{' '}
                    {state === 'ready' ? <button type="button" className="aw-link-button" aria-disabled={busy} onClick={() => void issue(kind, [personId])}>Issue it<span className="aw-visually-hidden"> to {name}</span></button> : null}
                    {id ? <a href={`/certificates/issue/?run=${run.id}&id=${id}#change`}>Correct or revoke it<span className="aw-visually-hidden">: {name}</span></a> : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.after}>A certificate of attendance says that somebody was there. It says nothing of what they can do.</p>
    </>
  );
}
