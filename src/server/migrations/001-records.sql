-- People are known by their address, in small letters. A coordinator may name somebody before they first sign in.
create table people (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  display_name text check (length(display_name) between 1 and 120),
  directorate text,
  role text not null default 'learner' check (role in ('learner', 'trainer', 'lead', 'coordinator')),
  created_at timestamptz not null
);
create index people_by_directorate on people (directorate);
create index people_with_a_role on people (role) where role <> 'learner';

-- Who gave whom which role, and when. changed_by is null when it was done on the command line.
create table role_changes (
  id bigint generated always as identity primary key,
  person_id uuid not null references people (id),
  from_role text not null,
  to_role text not null,
  directorate text,
  changed_by uuid references people (id),
  changed_at timestamptz not null
);

-- Codes are kept for a day after they expire, because the wrong tries of a day are limited.
create table sign_in_codes (
  id uuid primary key,
  email text not null,
  code_hmac text not null,
  browser_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz
);
create index sign_in_codes_by_email on sign_in_codes (email, created_at);

-- Only the hash of a session's token is kept: a copy of this table opens no session.
create table sessions (
  token_hash text primary key,
  person_id uuid not null references people (id) on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_person on sessions (person_id);

-- What happened. Rows are added and never changed; the tables below it are made from them.
-- at: the moment the event counts from. body: the record as it was received, with the device's own time.
create table learning_records (
  seq bigint generated always as identity unique,
  id uuid primary key,
  person_id uuid not null references people (id),
  type text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  clock_skew_seconds bigint not null,
  body jsonb not null,
  body_hash text not null
);
create index learning_records_by_person on learning_records (person_id, seq);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are added and never changed.', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger learning_records_are_kept before update or delete on learning_records
  for each row execute function refuse_change();
create trigger learning_records_are_not_emptied before truncate on learning_records
  for each statement execute function refuse_change();

-- Read tables: written in the transaction of their event, and made again from the events by the rebuild command.
create table attempts (
  id uuid primary key references learning_records (id),
  person_id uuid not null references people (id),
  quiz_id text not null,
  quiz_version text not null,
  mode text not null,
  drawn_by text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  got int not null,
  of int not null,
  percent int not null,
  passed boolean
);
create index attempts_by_person on attempts (person_id, quiz_id);
create index attempts_by_quiz on attempts (quiz_id, person_id);

create table completions (
  person_id uuid not null references people (id),
  course_id text not null,
  course_version int not null,
  completed_at timestamptz not null,
  primary key (person_id, course_id)
);
create index completions_by_course on completions (course_id, person_id);

create table cohorts (
  id uuid primary key,
  course_id text not null,
  title text not null check (length(title) between 1 and 120),
  starts_on date not null,
  join_code text not null unique,
  trainer_id uuid not null references people (id),
  created_at timestamptz not null
);
create index cohorts_by_trainer on cohorts (trainer_id, created_at);

create table cohort_members (
  cohort_id uuid not null references cohorts (id),
  person_id uuid not null references people (id),
  joined_at timestamptz not null,
  primary key (cohort_id, person_id)
);
create index cohort_members_by_person on cohort_members (person_id);

-- Attempts that the service drew. They belong to nobody until they are handed in, so that anybody may start before signing in.
create table drawn_attempts (
  id uuid primary key,
  quiz_id text not null,
  quiz_version text not null,
  drawn jsonb not null,
  created_at timestamptz not null
);
create index drawn_attempts_by_time on drawn_attempts (created_at);

-- Every quiz version that was ever served, whole, so that an attempt on an older one is marked by that one.
create table quiz_versions (
  quiz_id text not null,
  version text not null,
  body jsonb not null,
  first_served_at timestamptz not null,
  primary key (quiz_id, version)
);

-- Every state of a course that was served, in order, so that completions can be made again as they were made.
create table courses_served (
  seq bigint generated always as identity primary key,
  course_id text not null,
  hash text not null,
  body jsonb not null,
  served_from timestamptz not null
);
create index courses_served_by_course on courses_served (course_id, seq);

-- Mail waiting to leave. A row is taken under a lease, and removed when the mail is away.
create table mail_outbox (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  next_try_at timestamptz not null,
  tries int not null default 0
);
create index mail_outbox_by_time on mail_outbox (next_try_at);
