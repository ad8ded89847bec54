-- added_at: when a session was added to its run, so that one that is added after somebody has completed the course takes nothing away from
-- them. Taken from updated_at, which the service sets with the row.
alter table course_sessions add column added_at timestamptz;
update course_sessions set added_at = updated_at;
create function note_session_added() returns trigger language plpgsql as $$
begin
  new.added_at := coalesce(new.added_at, new.updated_at);
  return new;
end $$;
create trigger course_sessions_note_added before insert on course_sessions
  for each row execute function note_session_added();
alter table course_sessions alter column added_at set not null;
