-- What readers noticed and what debriefs taught. No name and no address: ask_id stands only where the sender wants to be asked.
-- body_hash tells a point sent twice from another under its id.
create table learning_points (
  id uuid primary key,
  kind text not null check (kind in ('wrong', 'unclear', 'out-of-date', 'other', 'lesson')),
  path text check (length(path) <= 200),
  heading text check (length(heading) <= 200),
  question_id text,
  question_version text,
  debrief text check (length(debrief) <= 120),
  noticed text not null check (length(noticed) <= 1000),
  next_time text check (length(next_time) <= 1000),
  ask_id uuid references people (id) on delete set null,
  written_at timestamptz not null,
  received_at timestamptz not null,
  body_hash text not null
);
create index learning_points_by_time on learning_points (received_at, id);

-- Who moved a point to which state, when and why. Rows are added and never changed; a point's state is that of its last row.
create table learning_point_changes (
  seq bigint generated always as identity unique,
  id uuid primary key,
  point_id uuid not null references learning_points (id),
  from_state text not null check (from_state in ('new', 'in-hand', 'done', 'not-a-fault')),
  to_state text not null check (to_state in ('new', 'in-hand', 'done', 'not-a-fault')),
  note text check (length(note) between 1 and 1000),
  changed_by uuid not null references people (id),
  changed_at timestamptz not null
);
create index learning_point_changes_by_point on learning_point_changes (point_id, seq);
create trigger learning_point_changes_are_kept before update or delete on learning_point_changes
  for each row execute function refuse_change();
create trigger learning_point_changes_are_not_emptied before truncate on learning_point_changes
  for each statement execute function refuse_change();
