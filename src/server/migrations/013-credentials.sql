-- Keys that certificates are signed with. sealed: the private half, encrypted; emptied when the key is retired, while the public half stays for ever.
create table signing_keys (
  kid text primary key,
  algorithm text not null check (algorithm in ('ES256', 'RS256')),
  public_jwk jsonb not null,
  sealed text,
  created_at timestamptz not null,
  retired_at timestamptz,
  check ((sealed is null) = (retired_at is not null))
);
create unique index signing_keys_in_use on signing_keys ((retired_at is null)) where retired_at is null;

-- Places in the published lists of revoked certificates. They name nobody, and stay when a certificate's row goes, so that what was revoked stays so.
create table credential_statuses (
  list int not null check (list >= 1),
  place int not null check (place between 0 and 131071),
  revoked_at timestamptz,
  primary key (list, place)
);
create index credential_statuses_revoked on credential_statuses (list) where revoked_at is not null;

-- Certificates as they were signed. name: as it stood when it was signed. basis_at: the completion, renewal or mark that it counts from.
create table credentials (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  person_id uuid not null references people (id),
  course_id text not null,
  course_version int not null,
  kind text not null check (kind in ('competence', 'attendance')),
  cohort_id uuid references cohorts (id),
  name text not null check (length(name) between 1 and 120),
  basis_at timestamptz not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  jwt text not null,
  kid text not null references signing_keys (kid),
  status_list int not null,
  status_place int not null,
  issued_by uuid not null references people (id),
  revoked_at timestamptz,
  revoked_by uuid references people (id),
  revoked_reason text check (length(revoked_reason) between 1 and 300),
  replaced_by text references credentials (id),
  unique (status_list, status_place),
  foreign key (status_list, status_place) references credential_statuses (list, place),
  check (kind = 'competence' or cohort_id is not null),
  check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_reason is null))
);
create index credentials_by_person on credentials (person_id, course_id, kind, basis_at);
create index credentials_by_cohort on credentials (cohort_id);
create index credentials_by_replacement on credentials (replaced_by);
create unique index credentials_one_competence on credentials (person_id, course_id, basis_at) where kind = 'competence' and revoked_at is null;
create unique index credentials_one_attendance on credentials (person_id, cohort_id) where kind = 'attendance' and revoked_at is null;

-- Certificates of other bodies, as they were handed in, and what became of them. A row that is recognised counts for its course from valid_from to valid_until.
create table recognised_credentials (
  id uuid primary key,
  person_id uuid not null references people (id),
  issuer_id text not null,
  issuer_name text not null,
  credential_id text not null,
  achievement_id text not null,
  achievement_name text not null,
  holder_name text,
  is_same_email boolean,
  course_id text,
  valid_from timestamptz not null,
  valid_until timestamptz,
  jwt text not null,
  body_hash text not null,
  received_at timestamptz not null,
  state text not null check (state in ('waiting', 'recognised', 'refused')),
  decided_by uuid references people (id),
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 300),
  check (state <> 'recognised' or course_id is not null)
);
create unique index recognised_credentials_once on recognised_credentials (issuer_id, credential_id) where state <> 'refused';
create index recognised_credentials_by_person on recognised_credentials (person_id, course_id);
create index recognised_credentials_by_state on recognised_credentials (state, received_at);
