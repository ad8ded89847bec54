import type {ReactNode} from 'react';
import styles from './styles.module.css';

export interface StaffRow {id: string; name: string | null; email: string; role: string; directorate: string}

/** The people who have a role above learner. */
export function StaffTable({people}: {people: readonly StaffRow[]}): ReactNode {
  if (people.length === 0) return <p>Nobody has a role yet.</p>;
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby="staff-caption" tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption id="staff-caption">People with a role</caption>
        <thead><tr><th scope="col">Name</th><th scope="col">E-mail</th><th scope="col">Role</th><th scope="col">Directorate</th></tr></thead>
        <tbody>
          {people.map(({id, name, email, role, directorate}) => (
            <tr key={id}><th scope="row">{name ?? 'No name given'}</th><td>{email}</td><td>{role}</td><td>{directorate}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
