-- An answer may promise a file (the written consent of another person). Whoever sends a file says whether it is that one, and
-- whoever handles the case may say that it is not. The column holds part of the text keys of the question, as the questionnaire does.
alter table intake_draft_file add column promised varchar(60);
alter table intake_file
  add column promised varchar(60),
  add column not_promised_at timestamptz;
