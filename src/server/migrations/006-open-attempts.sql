-- Assessments under way, so that somebody who is signed in can go on on another device. A copy of what the device holds:
-- taken away when the attempt is handed in, and after 120 days without a change.
create table open_attempts (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  quiz_id text not null,
  quiz_version text not null,
  body jsonb not null,
  revision int not null check (revision > 0),
  updated_at timestamptz not null
);
create index open_attempts_by_person on open_attempts (person_id, quiz_id);
create index open_attempts_by_time on open_attempts (updated_at);
