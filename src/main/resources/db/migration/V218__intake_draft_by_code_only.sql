-- A draft that is left with its code is found by the code alone: the hash of its cookie gives way to a value that leads
-- nowhere, and what is opened with the code gets another cookie. Its files go along.
alter table intake_draft_file
  drop constraint intake_draft_file_token_hash_fkey,
  add constraint intake_draft_file_token_hash_fkey foreign key (token_hash)
    references intake_draft (token_hash) on update cascade on delete cascade;
