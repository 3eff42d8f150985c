-- A file has two copies: the one that handlers open (clean, or the only one there is) and, apart
-- from it, the file as it came. Older rows hold their clean picture themselves. The name of a kind
-- has up to 71 characters (DOCX).
alter table intake_draft_file
  alter column media_type type varchar(120),
  alter column content_sealed drop not null,
  add column content_size bigint not null default 0,
  add column cleaning varchar(20) not null default 'CLEAN_COPY',
  add column scan varchar(20) not null default 'NONE',
  add column content_id bigint,
  add column key_sealed bytea,
  add column original_id bigint,
  add column original_type varchar(120),
  add column original_size bigint,
  add column original_key_sealed bytea;

alter table intake_file
  alter column media_type type varchar(120),
  alter column content_sealed drop not null,
  add column cleaning varchar(20) not null default 'CLEAN_COPY',
  add column scan varchar(20) not null default 'NONE',
  add column content_id bigint,
  add column key_sealed bytea,
  add column original_id bigint,
  add column original_type varchar(120),
  add column original_size bigint,
  add column original_key_sealed bytea,
  -- null when it came with the report
  add column message_id bigint references intake_message (id);
create index intake_file_message on intake_file (message_id) where message_id is not null;
