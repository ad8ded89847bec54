-- Course runs get dates, places and several trainers. course_version: of the course when the run was opened; null for runs older than this.
alter table cohorts
  add column course_version int,
  add column capacity int check (capacity between 1 and 500),
  add column confirms boolean not null default false,
  add column time_zone text not null default 'Europe/London',
  add column cancelled_at timestamptz,
  add column cancelled_reason text check (length(cancelled_reason) between 1 and 500);

create table cohort_trainers (
  cohort_id uuid not null references cohorts (id),
  person_id uuid not null references people (id),
  added_at timestamptz not null,
  primary key (cohort_id, person_id)
);
create index cohort_trainers_by_person on cohort_trainers (person_id);
insert into cohort_trainers (cohort_id, person_id, added_at) select id, trainer_id, created_at from cohorts;

-- revision: rises with every change, so that two trainers do not overwrite each other unseen.
create table course_sessions (
  id uuid primary key,
  cohort_id uuid not null references cohorts (id),
  title text not null check (length(title) between 1 and 120),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  mode text not null check (mode in ('room', 'online')),
  place text not null check (length(place) between 1 and 300),
  instructions text check (length(instructions) between 1 and 2000),
  is_mandatory boolean not null default false,
  cancelled_at timestamptz,
  cancelled_reason text check (length(cancelled_reason) between 1 and 500),
  revision int not null default 1,
  updated_at timestamptz not null
);
create index course_sessions_by_cohort on course_sessions (cohort_id, starts_at);

-- How a place in a run stands. Whoever is confirmed is in cohort_members too. asked_at decides the order of the waiting list.
create table bookings (
  cohort_id uuid not null references cohorts (id),
  person_id uuid not null references people (id),
  state text not null check (state in ('requested', 'waiting', 'confirmed', 'cancelled')),
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (cohort_id, person_id)
);
create index bookings_by_person on bookings (person_id);
insert into bookings (cohort_id, person_id, state, asked_at, changed_at) select cohort_id, person_id, 'confirmed', joined_at, joined_at from cohort_members;

create table booking_changes (
  seq bigint generated always as identity primary key,
  cohort_id uuid not null,
  person_id uuid not null,
  from_state text,
  to_state text not null,
  reason text check (length(reason) between 1 and 500),
  changed_by uuid not null references people (id),
  changed_at timestamptz not null,
  foreign key (cohort_id, person_id) references bookings (cohort_id, person_id)
);
create index booking_changes_by_booking on booking_changes (cohort_id, person_id, seq);

-- Marks of the register. Rows are added and never changed; the last one by marked_at, then id, counts. saw_id: the mark that the trainer
-- saw when making this one, so that two trainers who disagree show. marked_at: the device's time, put right by the service's clock.
create table attendance_marks (
  id uuid primary key,
  session_id uuid not null references course_sessions (id),
  person_id uuid not null references people (id),
  mark text not null check (mark in ('present', 'late', 'left-early', 'absent', 'excused')),
  minutes int check (minutes between 0 and 1440),
  reason text check (length(reason) between 1 and 200),
  saw_id uuid,
  marked_by uuid not null references people (id),
  marked_at timestamptz not null,
  received_at timestamptz not null,
  body_hash text not null
);
create index attendance_marks_by_session on attendance_marks (session_id, person_id, marked_at, id);
create index attendance_marks_by_person on attendance_marks (person_id);

-- What somebody hands in for a judged task, and what assessors said of it. needs_second: drawn for double marking.
create table task_submissions (
  id uuid primary key,
  person_id uuid not null references people (id),
  course_id text not null,
  course_version int not null,
  task_id text not null,
  cohort_id uuid references cohorts (id),
  evidence jsonb not null,
  needs_second boolean not null,
  submitted_at timestamptz not null,
  received_at timestamptz not null,
  withdrawn_at timestamptz,
  body_hash text not null
);
create index task_submissions_by_person on task_submissions (person_id, course_id, task_id);
create index task_submissions_by_course on task_submissions (course_id, received_at);

create table task_judgements (
  seq bigint generated always as identity unique,
  id uuid primary key,
  submission_id uuid not null references task_submissions (id),
  place text not null check (place in ('first', 'second', 'moderator')),
  assessor_id uuid not null references people (id),
  lines jsonb not null,
  verdict text not null check (verdict in ('competent', 'not-yet')),
  comment text check (length(comment) between 1 and 4000),
  judged_at timestamptz not null,
  body_hash text not null,
  unique (submission_id, place)
);
create index task_judgements_by_submission on task_judgements (submission_id, seq);

-- How a judged task stands for a person: a read table, written with the judgement that decides.
create table task_results (
  person_id uuid not null references people (id),
  course_id text not null,
  task_id text not null,
  verdict text not null check (verdict in ('competent', 'not-yet')),
  submission_id uuid not null references task_submissions (id),
  decided_at timestamptz not null,
  primary key (person_id, course_id, task_id)
);
