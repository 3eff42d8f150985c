-- Whoever sent a file before anybody was asked which one was promised could not say so: until somebody looks, such a file stands
-- for what was promised, as it did then. What the office found to be the promised file its sender cannot take back, and what came
-- by post is noted without a file; the column holds parts of the text keys of questions.
alter table intake_file
  add column never_asked boolean not null default false,
  add column promised_by_office boolean not null default false;
update intake_file f set never_asked = true
  where f.promised is null
    and (f.message_id is null
      or exists (select 1 from intake_message m where m.id = f.message_id and m.sender = 'REPORTER'));
alter table intake_report add column promised_on_paper varchar(500) not null default '';
