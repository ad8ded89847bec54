-- is_listed: anybody signed in may find the run and book it without its code. revision: rises with every change, so that two trainers do
-- not overwrite each other unseen. body_hash: of what was sent to open it, so that sending it again later is known for the same act; null
-- for runs older than this.
alter table cohorts
  add column is_listed boolean not null default false,
  add column revision int not null default 1,
  add column updated_by uuid references people (id),
  add column updated_at timestamptz,
  add column body_hash text;
create index cohorts_by_start on cohorts (starts_on, id);
create index cohorts_listed on cohorts (starts_on, id) where is_listed and cancelled_at is null;

alter table course_sessions
  add column updated_by uuid references people (id),
  add column body_hash text;

create index bookings_by_state on bookings (cohort_id, state, asked_at, person_id);

-- That a message went to a course run, to hold the limit of a day and to send none twice. Its words are not kept.
create table run_messages (
  id uuid primary key,
  cohort_id uuid not null references cohorts (id),
  sent_by uuid not null references people (id),
  sent_at timestamptz not null,
  recipients int not null,
  body_hash text not null
);
create index run_messages_by_cohort on run_messages (cohort_id, sent_at);
