-- erased_at: when the person asked to be forgotten. Their row stays as a number that other rows point at, with nothing that says who it is.
alter table people add column erased_at timestamptz;
create index people_erased on people (erased_at) where erased_at is not null;

-- Who was erased, by their number, so that a backup from before it is put right after it was restored. reason: a coordinator's, from a list;
-- null: the person did it. person_id points at nothing on purpose: after a restore the person may not be there.
create table erasures (
  id uuid primary key,
  person_id uuid not null unique,
  reason text check (reason in ('asked', 'left', 'mistake')),
  erased_at timestamptz not null
);

-- Numbers of certificates whose holder was erased, so that somebody who checks one is told why nothing can be said of it.
create table forgotten_credentials (
  id text primary key check (id ~ '^[0-9a-f]{32}$'),
  forgotten_at timestamptz not null
);

-- Learning records are added and never changed, with two exceptions, each only in a statement that says so by set_config('askwell.erasing', 'yes', true):
-- the answers of a record may be taken out of its body, whose marks then stand there; and the records of a person who was erased may go.
create function keep_learning_record() returns trigger language plpgsql as $$
begin
  if current_setting('askwell.erasing', true) = 'yes' then
    if tg_op = 'DELETE' then
      if exists (select 1 from people p where p.id = old.person_id and p.erased_at is not null) then return old; end if;
    elsif to_jsonb(new) - 'body' = to_jsonb(old) - 'body' and new.body - 'body' = old.body - 'body'
      and jsonb_exists(new.body -> 'body', 'emptied') and not jsonb_exists(old.body -> 'body', 'emptied')
      and not jsonb_exists(new.body -> 'body', 'responses') and not jsonb_exists(new.body -> 'body', 'drawn') then
      return new;
    end if;
  end if;
  raise exception 'Rows of % are added and never changed.', tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger learning_records_are_kept on learning_records;
create trigger learning_records_are_kept before update or delete on learning_records
  for each row execute function keep_learning_record();
create index learning_records_with_answers on learning_records (received_at) where not jsonb_exists(body -> 'body', 'emptied');
