-- Reporters who have not answered in time, for the worklist: as many rows as questions that wait.
create index casework_deadline_silence on casework_deadline (due_at)
  where clock = 'REPORTER_SILENCE' and state = 'RUNNING';
