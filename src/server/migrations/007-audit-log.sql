-- Who did what to whose data. Each row holds the hash of the row before it, so that a row changed, taken out or put in between shows.
-- No names, addresses or free text: people stand here by id, and the id tells nothing once a person has been erased.
create table audit_log (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  actor_id uuid references people (id),
  action text not null,
  subject_id uuid references people (id),
  object text check (length(object) <= 200),
  detail jsonb not null,
  previous_hash text not null,
  hash text not null unique
);
create index audit_log_by_subject on audit_log (subject_id, seq);
create index audit_log_by_actor on audit_log (actor_id, seq);
create trigger audit_log_is_kept before update or delete on audit_log
  for each row execute function refuse_change();
create trigger audit_log_is_not_emptied before truncate on audit_log
  for each statement execute function refuse_change();

-- Who looked at a person's data, one row a day for each pair and each thing looked at.
create table looks (
  viewer_id uuid not null references people (id) on delete cascade,
  subject_id uuid not null references people (id) on delete cascade,
  what text not null check (length(what) <= 60),
  day date not null,
  times int not null default 1,
  last_at timestamptz not null,
  primary key (subject_id, day, viewer_id, what)
);
create index looks_by_time on looks (last_at);
