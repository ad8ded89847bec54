-- The staff list, as coordinators import it. People on it need no account; those who have one are known by their address.
-- part … of parts: a long list comes in parts, and counts once all of them are here. after_id: the import that the list stood at when it was
-- compared, so that two coordinators do not overwrite each other unseen. Counts are there from applied_at on.
create table staff_imports (
  seq bigint generated always as identity unique,
  id uuid primary key,
  imported_by uuid not null references people (id),
  after_id uuid,
  parts int not null check (parts between 1 and 40),
  remove_missing boolean not null,
  started_at timestamptz not null,
  applied_at timestamptz,
  added int,
  changed int,
  removed int,
  unchanged int,
  undone_at timestamptz,
  undone_by uuid references people (id)
);
create index staff_imports_unfinished on staff_imports (started_at) where applied_at is null;

-- rows: emptied when the import is applied; the hash stays, so that a part sent twice is known.
create table staff_import_parts (
  import_id uuid not null references staff_imports (id) on delete cascade,
  part int not null check (part between 1 and 40),
  body_hash text not null,
  rows jsonb not null,
  primary key (import_id, part)
);

-- role_key: the job role without regard to capitals.
create table staff_members (
  email text primary key check (email = lower(email) and length(email) between 3 and 254),
  name text check (length(name) between 1 and 120),
  directorate text not null,
  team text check (length(team) between 1 and 120),
  job_role text check (length(job_role) between 1 and 120),
  role_key text not null generated always as (lower(coalesce(job_role, ''))) stored,
  import_id uuid not null references staff_imports (id)
);
create index staff_members_by_directorate on staff_members (directorate, role_key);

-- The staff list counted, in the transaction of each import. job_role: the role as it is most often written.
create table staff_headcounts (
  directorate text not null,
  role_key text not null,
  job_role text,
  people int not null,
  primary key (directorate, role_key)
);

-- Somebody taken out between imports, because they were erased.
create function uncount_staff() returns trigger language plpgsql as $$
begin
  update staff_headcounts h set people = h.people - g.people
  from (select directorate, role_key, count(*)::int as people from gone group by directorate, role_key) g
  where h.directorate = g.directorate and h.role_key = g.role_key;
  return null;
end $$;
create trigger staff_members_are_uncounted after delete on staff_members referencing old table as gone
  for each statement execute function uncount_staff();

-- How a row of the staff list was before an import touched it; null where it was not there. Kept for the newest import, for 30 days.
create table staff_changes (
  import_id uuid not null references staff_imports (id) on delete cascade,
  email text not null,
  before jsonb,
  primary key (import_id, email)
);

-- Who is to be trained by when. Empty directorates or job_roles: all. headcount null: counted in the staff list; else typed, with
-- head_parts by directorate where they are known. series: the name under which targets stand together as tranches.
create table targets (
  id uuid primary key,
  series text check (length(series) between 1 and 120),
  title text not null check (length(title) between 1 and 120),
  course_ids text[] not null check (cardinality(course_ids) between 1 and 20),
  directorates text[] not null,
  job_roles text[] not null,
  counts text not null check (counts in ('ever', 'current')),
  headcount int check (headcount between 1 and 1000000),
  head_parts jsonb not null,
  percent int not null check (percent between 1 and 100),
  due_on date not null,
  note text check (length(note) between 1 and 500),
  revision int not null default 1,
  created_by uuid not null references people (id),
  created_at timestamptz not null,
  body_hash text not null
);

-- Reminders that leads sent. request: one press of the button, so that a press sent again sends no second mail.
create table training_reminder_requests (
  id uuid primary key,
  target_id uuid not null,
  sent_by uuid not null references people (id),
  body_hash text not null,
  queued int not null,
  recently int not null,
  not_on_list int not null,
  sent_at timestamptz not null
);
create table training_reminders (
  email text not null,
  course_id text not null,
  sent_at timestamptz not null,
  primary key (email, course_id)
);
create index training_reminders_by_time on training_reminders (sent_at);

-- Where a completion counts, written with it, so that counting by directorate reads one index and no other table. directorate: of the
-- account. staff_…: of the staff list; null for people who are not on it.
alter table completions
  add column directorate text,
  add column staff_directorate text,
  add column staff_role text;
update completions k set directorate = p.directorate from people p where p.id = k.person_id;
create index completions_by_directorate on completions (course_id, directorate) include (completed_at, renewed_at, person_id);
create index completions_by_staff on completions (course_id, staff_directorate) include (completed_at, renewed_at, staff_role, person_id) where staff_directorate is not null;

-- The person's row is held, so that a move to another directorate at the same moment comes wholly before or after.
create function place_completion() returns trigger language plpgsql as $$
begin
  select p.directorate, s.directorate, s.role_key into new.directorate, new.staff_directorate, new.staff_role
  from people p left join staff_members s on s.email = p.email where p.id = new.person_id for share of p;
  return new;
end $$;
create trigger completions_are_placed before insert on completions
  for each row execute function place_completion();

-- Which quizzes belong or belonged to which course, from the courses served.
create table course_quizzes (
  quiz_id text not null,
  course_id text not null,
  primary key (quiz_id, course_id)
);

-- When somebody first tried a quiz of a course: a read table, made from attempts.
create table course_starts (
  person_id uuid not null references people (id),
  course_id text not null,
  directorate text,
  started_at timestamptz not null,
  primary key (person_id, course_id)
);
create index course_starts_by_directorate on course_starts (course_id, directorate) include (started_at);

create function note_course_start() returns trigger language plpgsql as $$
begin
  insert into course_starts (person_id, course_id, directorate, started_at)
  select p.id, q.course_id, p.directorate, new.at
  from people p cross join course_quizzes q where p.id = new.person_id and q.quiz_id = new.quiz_id for share of p
  on conflict (person_id, course_id) do update set started_at = excluded.started_at where course_starts.started_at > excluded.started_at;
  return null;
end $$;
create trigger attempts_start_courses after insert on attempts
  for each row execute function note_course_start();

create function forget_course_starts() returns trigger language plpgsql as $$
begin
  delete from course_starts s using (select distinct person_id from gone) g where s.person_id = g.person_id;
  insert into course_starts (person_id, course_id, directorate, started_at)
  select a.person_id, q.course_id, p.directorate, min(a.at)
  from attempts a join course_quizzes q on q.quiz_id = a.quiz_id join people p on p.id = a.person_id
  where a.person_id in (select person_id from gone) group by a.person_id, q.course_id, p.directorate;
  return null;
end $$;
create trigger attempts_unmake_starts after delete on attempts referencing old table as gone
  for each statement execute function forget_course_starts();

-- A course that is served for the first time, or with another quiz: those who tried that quiz have started the course.
create function note_course_quizzes() returns trigger language plpgsql as $$
declare
  fresh text[];
begin
  with named (quiz_id) as (
    select lesson ->> 'practice' from jsonb_array_elements(new.body -> 'lessons') lesson
    union select new.body ->> 'assessment'
    union select quiz #>> '{}' from jsonb_path_query(new.body -> 'rule', '$.**.quiz') quiz
  ), added as (
    insert into course_quizzes (quiz_id, course_id) select quiz_id, new.course_id from named where quiz_id is not null
    on conflict do nothing returning quiz_id
  )
  select array_agg(quiz_id) into fresh from added;
  if fresh is null then
    return null;
  end if;
  insert into course_starts (person_id, course_id, directorate, started_at)
  select a.person_id, new.course_id, p.directorate, min(a.at)
  from attempts a join people p on p.id = a.person_id where a.quiz_id = any(fresh) group by a.person_id, p.directorate
  on conflict (person_id, course_id) do update set started_at = least(course_starts.started_at, excluded.started_at);
  return null;
end $$;
create trigger courses_served_name_quizzes after insert on courses_served
  for each row execute function note_course_quizzes();

insert into course_quizzes (quiz_id, course_id)
select distinct named.quiz_id, c.course_id
from courses_served c cross join lateral (
  select lesson ->> 'practice' as quiz_id from jsonb_array_elements(c.body -> 'lessons') lesson
  union select c.body ->> 'assessment'
  union select quiz #>> '{}' from jsonb_path_query(c.body -> 'rule', '$.**.quiz') quiz
) named where named.quiz_id is not null;
insert into course_starts (person_id, course_id, directorate, started_at)
select a.person_id, q.course_id, p.directorate, min(a.at)
from attempts a join course_quizzes q on q.quiz_id = a.quiz_id join people p on p.id = a.person_id
group by a.person_id, q.course_id, p.directorate;

-- Whoever moves takes their starts and completions along.
create function move_training() returns trigger language plpgsql as $$
begin
  update course_starts set directorate = new.directorate where person_id = new.id;
  update completions set directorate = new.directorate,
    staff_directorate = (select s.directorate from staff_members s where s.email = new.email),
    staff_role = (select s.role_key from staff_members s where s.email = new.email)
  where person_id = new.id;
  return null;
end $$;
create trigger people_take_training_along after update of directorate, email on people
  for each row when (old.directorate is distinct from new.directorate or old.email is distinct from new.email)
  execute function move_training();

-- First tries at assessments, for the pass rate.
create index attempts_assessed on attempts (quiz_id, person_id, at) where passed is not null;

-- Figures for management, counted about once an hour. directorate empty: not said, or belonging to none.
create table measure_figures (
  measure text not null,
  quarter date not null,
  directorate text not null,
  count int not null,
  of int not null,
  primary key (measure, quarter, directorate)
);
create table measure_counts (
  id int primary key check (id = 1),
  counted_at timestamptz not null
);
