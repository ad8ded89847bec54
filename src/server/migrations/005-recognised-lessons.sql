-- Lessons that a skills check showed to be known, each by the first check that showed it. A read table: the rebuild command makes it
-- again from the events.
create table recognised_lessons (
  person_id uuid not null references people (id),
  course_id text not null,
  lesson_id text not null,
  attempt_id uuid not null references learning_records (id),
  at timestamptz not null,
  primary key (person_id, course_id, lesson_id)
);
