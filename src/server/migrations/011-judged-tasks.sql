-- task: brief and rubric as they stood when the task was handed in, so that a rubric edited later judges nobody who never read it. Null for
-- rows made before this. decided_at: when the last judgement that was needed came in; it follows from the judgements and keeps lists quick.
alter table task_submissions
  add column task jsonb,
  add column decided_at timestamptz;
create index task_submissions_open on task_submissions (received_at, id) where decided_at is null and withdrawn_at is null;
create index task_submissions_decided on task_submissions (decided_at desc, id) where decided_at is not null;
create index task_submissions_by_cohort on task_submissions (cohort_id) where cohort_id is not null;
create index task_judgements_by_assessor on task_judgements (assessor_id, submission_id);
