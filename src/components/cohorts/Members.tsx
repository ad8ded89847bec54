import type {ReactNode} from 'react';
import type {FieldError} from '../account/loaded.ts';
import {Fold} from './Fold.tsx';
import {ReasonForm} from './ReasonForm.tsx';
import styles from './styles.module.css';

/** A member of a course run, in words ready to read. Never their answers. */
export interface MemberRow {
  personId: string;
  name: string | null;
  email: string;
  directorate: string;
  joinedOn: string;
  lessonsDone: number;
  lessons: number;
  passedOn: string | null;
  completedOn: string | null;
}

interface Props {
  members: readonly MemberRow[];
  /** Null where bookings are no longer changed. */
  onCancelled: ((personId: string, reason: string) => Promise<readonly FieldError[]>) | null;
}

/** The members of a course run and how far they are. */
export function Members({members, onCancelled}: Props): ReactNode {
  if (members.length === 0) return <p>Nobody has joined yet.</p>;
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby="members-caption" tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption id="members-caption">Members and how far they are</caption>
        <thead>
          <tr>
            <th scope="col">Name and e-mail</th><th scope="col">Directorate</th><th scope="col">Joined</th>
            <th scope="col" className={styles.number}>Lessons done</th><th scope="col">Passed on</th><th scope="col">Completed on</th>
            {onCancelled ? <th scope="col">Booking</th> : null}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.personId}>
              <th scope="row">{member.name ?? 'No name given'} <span className={styles.mail}>{member.email}</span></th>
              <td>{member.directorate}</td>
              <td>{member.joinedOn}</td>
              <td className={styles.number}>{member.lessonsDone} of {member.lessons}</td>
              <td>{member.passedOn ?? 'Not yet'}</td>
              <td>{member.completedOn ?? 'Not yet'}</td>
              {onCancelled ? (
                <td className={styles.act}>
                  <Fold summary={<>Cancel<span className="aw-visually-hidden"> the booking of {member.name ?? member.email}</span></>}>
                    {({close}) => (
                      <ReasonForm
                        form={`member-${member.personId}`} label="Why is the booking cancelled?" hint="The person gets this by e-mail." button="Cancel the booking" isRequired
                        onSent={(reason) => onCancelled(member.personId, reason)} onDone={close}
                      />
                    )}
                  </Fold>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
