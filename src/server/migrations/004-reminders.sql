-- When somebody last passed the course's assessment again after completing it. Made from the events, as the rest of the row is.
alter table completions add column renewed_at timestamptz;
update completions k set renewed_at = again.at
from (
  select c.person_id, c.course_id, max(a.at) as at
  from completions c
  join (select distinct course_id, body ->> 'assessment' as quiz_id from courses_served) s on s.course_id = c.course_id
  join attempts a on a.person_id = c.person_id and a.quiz_id = s.quiz_id and a.passed and a.at > c.completed_at
  group by c.person_id, c.course_id
) again
where again.person_id = k.person_id and again.course_id = k.course_id;

-- Who wants mail when something is due. No row: nobody asked. looked_on: the last day, in London, on which it was looked what is due.
create table reminder_settings (
  person_id uuid primary key references people (id) on delete cascade,
  email boolean not null,
  looked_on date not null
);
create index reminder_settings_to_look_at on reminder_settings (looked_on) where email;

-- Each due date that a person was told of, so that nobody is told twice.
create table reminders_sent (
  person_id uuid not null references people (id) on delete cascade,
  due text not null check (length(due) <= 200),
  sent_at timestamptz not null,
  primary key (person_id, due)
);

-- A person's own calendar feed. Only the hash of its token is kept: a copy of this table opens no feed.
create table calendar_feeds (
  person_id uuid primary key references people (id) on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null
);
