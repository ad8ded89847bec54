-- The practitioners' network register. No row: the person has not joined. Leaving deletes the row, and all that hangs on it with it.
-- visibility: who sees each field. confirmed_at: when the member last said that all is right; asked_at, asked_again_at: reminders since then.
create table network_profiles (
  person_id uuid primary key references people (id) on delete cascade,
  revision int not null default 1,
  team text check (length(team) between 1 and 120),
  job_role text check (length(job_role) between 1 and 120),
  interests text[] not null,
  wants text[] not null,
  languages text[] not null,
  courses text[] not null,
  visibility jsonb not null,
  takes_questions boolean not null,
  joined_at timestamptz not null,
  confirmed_at timestamptz not null,
  asked_at timestamptz,
  asked_again_at timestamptz
);
create index network_profiles_to_ask on network_profiles (confirmed_at) where asked_again_at is null;

-- What a member offers, in the order that they gave.
create table network_offers (
  person_id uuid not null references network_profiles (person_id) on delete cascade,
  skill text not null check (length(skill) <= 100),
  done text not null check (done in ('once', 'few', 'often')),
  note text check (length(note) between 1 and 120),
  place int not null,
  primary key (person_id, skill)
);
create index network_offers_by_skill on network_offers (skill);

-- Whom a member takes no messages from.
create table network_blocks (
  person_id uuid not null references network_profiles (person_id) on delete cascade,
  blocked_id uuid not null references people (id) on delete cascade,
  since timestamptz not null,
  primary key (person_id, blocked_id)
);

-- Who wrote to whom and when, never what. body_hmac: a fingerprint under a key that is not in the database, by which the same message sent
-- twice is told from another one. A message is answered once at most.
create table relayed_messages (
  id uuid primary key,
  from_id uuid not null references people (id) on delete cascade,
  to_id uuid not null references people (id) on delete cascade,
  in_reply_to uuid unique,
  sent_at timestamptz not null,
  body_hmac text not null
);
create index relayed_messages_by_sender on relayed_messages (from_id, sent_at);
create index relayed_messages_by_recipient on relayed_messages (to_id, sent_at);
create index relayed_messages_by_time on relayed_messages (sent_at);
