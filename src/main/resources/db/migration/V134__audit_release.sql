-- What may go: a month and a kind whose time is over, signed by the program when it had walked along
-- the month. The launcher drops what stands here and nothing else; whoever checks finds the months
-- that were kept in the signed row, whatever the settings say by then.
create table audit_release (
  month date not null,
  kind varchar(8) not null check (kind in ('CHANGE', 'READ', 'REFUSAL')),
  months_kept integer not null check (months_kept >= 0),
  first_seq bigint not null,
  last_seq bigint not null,
  closing_hash bytea not null,
  records bigint not null,
  at timestamptz not null,
  release_signature bytea not null,
  public_key bytea not null,
  primary key (month, kind)
);
