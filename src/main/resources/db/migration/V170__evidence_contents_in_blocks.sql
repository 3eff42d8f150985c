-- Files as they came and their clean copies: sealed blocks under a random key of each content. The
-- key lies sealed in the row of whoever keeps the content (a draft, a report, a message); when that
-- row goes, nobody opens the blocks any more.
create table evidence_content (
  id bigint primary key,
  -- null while it belongs to a report that is not filed yet
  number varchar(20),
  -- real time
  begun_at timestamptz not null,
  size bigint not null
);
create index evidence_content_number on evidence_content (number);
create index evidence_content_unfiled on evidence_content (begun_at) where number is null;

create table evidence_block (
  content_id bigint not null references evidence_content (id) on delete cascade,
  position int not null,
  block_sealed bytea not null,
  primary key (content_id, position)
);
