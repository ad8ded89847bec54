import courses from '@generated/askwell-courses/default/courses.json';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {useState} from 'react';
import type {ReactNode} from 'react';
import {callService} from '#browser/api.ts';
import {SelectField} from '#components/account/Field.tsx';
import {LoadingPanel, SignInOffer, TroublePanel} from '#components/account/TroublePanel.tsx';
import type {FieldError} from '#components/account/loaded.ts';
import {DirectorateTable} from '#components/overview/DirectorateTable.tsx';
import {GiveRole} from '#components/overview/GiveRole.tsx';
import type {RoleGiven} from '#components/overview/GiveRole.tsx';
import {StaffTable} from '#components/overview/StaffTable.tsx';
import {ROLE_WORDS} from '#components/overview/roles.ts';
import organisation from '#config';
import type {Overview, Person} from '#core/records/api.ts';
import {StaffLinks} from '#components/frame/StaffLinks.tsx';
import {Gate} from './_Gate.tsx';
import {directorateName} from './_names.ts';
import {toErrors} from './_reply.ts';
import {useService} from './_useService.ts';

const WHO = 'Coordinators see how many people in each directorate have finished a course. Directorate leads see their own directorate.';

function Counts(): ReactNode {
  const [course, setCourse] = useState(courses[0]?.id ?? '');
  const {loaded, retry} = useService<Overview>(course ? `/api/overview?course=${encodeURIComponent(course)}` : null);
  if (!course) return <p>This site has no courses yet.</p>;
  return (
    <section aria-labelledby="counts-heading">
      <h2 id="counts-heading">Who has finished</h2>
      <SelectField id="course" label="Course" errors={[]} value={course} onChange={(event) => setCourse(event.target.value)}>
        {courses.map(({id, title}) => <option key={id} value={id}>{title}</option>)}
      </SelectField>
      {loaded.kind === 'loading' ? <LoadingPanel what="Counting." /> : null}
      {loaded.kind !== 'loading' && loaded.kind !== 'ready' ? <TroublePanel trouble={loaded} onRetry={() => void retry()} /> : null}
      {loaded.kind === 'ready' ? (
        <>
          <DirectorateTable courseTitle={loaded.value.courseTitle} rows={loaded.value.rows} />
          <p><a className="aw-button aw-button--quiet" href={`/api/overview.csv?course=${encodeURIComponent(course)}`} download>Download the counts as CSV</a></p>
          <p className="aw-hint">“People on record” counts everybody who has signed in or been given a role. These figures are for you and are not published. Small numbers can point to one person: take care where you repeat them.</p>
        </>
      ) : null}
    </section>
  );
}

function Roles(): ReactNode {
  const {loaded, retry, refresh} = useService<{people: Person[]}>('/api/people');
  const give = async (given: RoleGiven): Promise<FieldError[]> => {
    const reply = await callService<unknown>('PUT', '/api/people/role', given);
    if (reply.kind === 'ok') await refresh();
    return toErrors(reply, ['email', 'role', 'directorate']);
  };
  return (
    <section aria-labelledby="roles-heading">
      <h2 id="roles-heading">Who has a role</h2>
      {loaded.kind === 'loading' ? <LoadingPanel what="Fetching the list." /> : null}
      {loaded.kind !== 'loading' && loaded.kind !== 'ready' ? <TroublePanel trouble={loaded} onRetry={() => void retry()} /> : null}
      {loaded.kind === 'ready' ? (
        <>
          <StaffTable people={loaded.value.people.map(({id, displayName, email, role, directorate}) => (
            {id, name: displayName, email, role: ROLE_WORDS[role].name, directorate: directorateName(directorate)}
          ))} />
          <GiveRole directorates={organisation.directorates} onGiven={give} />
        </>
      ) : null}
    </section>
  );
}

function Screen({person}: {person: Person}): ReactNode {
  if (person.role !== 'lead' && person.role !== 'coordinator') {
    return <div className="aw-panel"><p>{WHO}</p><p>You have neither role. A coordinator can give you one; ask the team named at the foot of the page.</p></div>;
  }
  return (
    <>
      <p className="aw-lede">{person.role === 'lead' ? `You see your own directorate: ${directorateName(person.directorate)}.` : 'You see every directorate.'}</p>
      <Counts />
      {person.role === 'coordinator' ? <Roles /> : null}
      <h2>Plan and report</h2>
      <ul>
        <li><Link to="/targets/">Training targets</Link>: who is to be trained by when, and who still is.</li>
        <li><Link to="/measures/">Training measures</Link>: figures for management, with what they mean.</li>
        {person.role === 'coordinator' ? <li><Link to="/staff-list/">Staff list</Link>: import it, and undo an import.</li> : null}
      </ul>
      <StaffLinks role={person.role} here="/overview/" Link={Link} />
    </>
  );
}

export default function OverviewPage(): ReactNode {
  return (
    <Layout title="Overview" description="For coordinators and directorate leads: who has finished which course, by directorate.">
      <main className="aw-page">
        <h1>Overview</h1>
        <Gate signedOut={<SignInOffer next="/overview/"><p>{WHO}</p></SignInOffer>}>{(person) => <Screen person={person} />}</Gate>
      </main>
    </Layout>
  );
}
