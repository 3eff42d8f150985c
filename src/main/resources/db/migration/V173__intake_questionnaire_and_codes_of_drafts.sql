-- Reports and drafts keep the version of the questions they were asked with; those of before were
-- asked the first one. Further answers lie sealed, what tells of the reporter apart.
alter table intake_report
  add column questionnaire varchar(20) not null default '2026-11',
  add column further_sealed bytea,
  add column further_identity_sealed bytea;
alter table intake_report alter column questionnaire drop default;

-- A draft is found with a code, too: by an index that follows from it, and it opens a sealed copy of
-- the cookie's value. The time it was begun is signed.
alter table intake_draft
  add column questionnaire varchar(20) not null default '2026-11',
  add column code_index varchar(64) unique,
  add column token_sealed bytea,
  add column created_signed varchar(64);
alter table intake_draft alter column questionnaire drop default;
