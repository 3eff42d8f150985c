-- The chain over the records. One chainer writes it, within seconds, in the order of the transactions.
create table audit_link (
  seq bigint primary key,
  record_id bigint not null unique,
  epoch integer not null,
  txid xid8 not null,
  month date not null,
  kind varchar(8) not null,
  record_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null
);
create index audit_link_month on audit_link (month, kind);

-- A month that has ended: what came before it and what it ended with, so that it can go and the chain stays.
create table audit_segment (
  month date primary key,
  first_seq bigint not null,
  last_seq bigint not null,
  opening_hash bytea not null,
  closing_hash bytea not null
);

-- Records of a month and a kind that were dropped after their class, by the owner of the tables.
create table audit_dropped (
  month date not null,
  kind varchar(8) not null,
  records bigint not null,
  at timestamptz not null,
  primary key (month, kind)
);

-- The signed end of the chain, once a day, and to whom it was sent.
create table audit_head (
  day date primary key,
  seq bigint not null,
  hash bytea not null,
  head_signature bytea not null,
  public_key bytea not null,
  at timestamptz not null
);
create table audit_head_sent (
  day date not null,
  recipient varchar(20) not null,
  at timestamptz not null,
  primary key (day, recipient)
);
