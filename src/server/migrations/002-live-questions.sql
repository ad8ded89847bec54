-- A question put to a room. A trainer runs one at a time. It goes when the trainer ends it, and after 12 hours in any case.
-- question: words and options as shown, without the key. revision: rises with every change that people in the room can see.
create table live_sessions (
  id uuid primary key,
  trainer_id uuid not null unique references people (id) on delete cascade,
  course_id text not null,
  code text not null unique check (length(code) = 4),
  state text not null default 'waiting' check (state in ('waiting', 'open', 'closed', 'results')),
  revision int not null default 1,
  question_id text,
  question jsonb,
  created_at timestamptz not null,
  check ((question_id is null) = (question is null)),
  check (state = 'waiting' or question_id is not null)
);
create index live_sessions_by_time on live_sessions (created_at);

-- One answer of one device to one question. token_hash: of a number made by chance on the device for this room alone. No person, no
-- time and no address: nothing here says who answered, or when.
create table live_answers (
  session_id uuid not null references live_sessions (id) on delete cascade,
  question_id text not null,
  token_hash text not null,
  chosen text[] not null check (cardinality(chosen) between 1 and 6),
  primary key (session_id, question_id, token_hash)
);
