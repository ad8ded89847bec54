-- Sessions get an id that may be shown, since the token is a secret. how: the way in. strong_at: when two factors were last shown; null
-- where one was. device: what the browser calls itself, in a few words.
alter table sessions
  add column id uuid not null unique default gen_random_uuid(),
  add column how text not null default 'code' check (how in ('code', 'organisation', 'passkey')),
  add column strong_at timestamptz,
  add column device text not null default 'A browser' check (length(device) between 1 and 80);

-- Accounts at the organisation's own sign-in. The issuer and its subject are the account; an e-mail address is not.
-- last_strong_at: when that sign-in last said that it had asked for two factors.
create table identities (
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  person_id uuid not null references people (id) on delete cascade,
  added_at timestamptz not null,
  last_used_at timestamptz not null,
  last_strong_at timestamptz,
  primary key (issuer, subject)
);
create unique index identities_by_person on identities (person_id, issuer);

-- A sign-in under way at the organisation. A row is taken away when it is used.
create table oidc_states (
  state_hash text primary key,
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  next_page text not null check (length(next_page) between 1 and 500),
  asks_anew boolean not null,
  expires_at timestamptz not null
);
create index oidc_states_by_time on oidc_states (expires_at);

-- Public keys of people's passkeys. uses: the authenticator's own counter, 0 where it keeps none.
create table passkeys (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people (id) on delete cascade,
  credential_id text not null unique check (length(credential_id) between 1 and 1400),
  public_key text not null,
  uses bigint not null default 0,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 60),
  added_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_by_person on passkeys (person_id, added_at);

-- What a passkey was asked to sign, once, by one session or browser. Kept for an hour so that a person's requests can be counted.
create table passkey_challenges (
  challenge_hash text primary key,
  browser_hash text not null,
  purpose text not null check (purpose in ('add', 'use')),
  person_id uuid references people (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index passkey_challenges_by_person on passkey_challenges (person_id, created_at);
create index passkey_challenges_by_time on passkey_challenges (created_at);
