-- settles: other marks of the same person and session that the trainer saw beside saw_id when two trainers had disagreed. Nobody's view of
-- a disagreement is guessed: a mark that names them all ends it.
alter table attendance_marks add column settles uuid[] not null default '{}';
