-- A session says how somebody came in and from what kind of browser (never an address), so that people know their own
-- sessions. After idle time it is locked: the row stays, the key in it goes. An ended row stays for a day, so that a
-- form that comes late is continued by the same person only. Whoever is signed in now signs in anew.
delete from access_session;
alter table access_session
  add column id bigint not null unique,
  add column method varchar(10) not null,
  add column device varchar(60) not null,
  add column locked_at timestamptz,
  add column ended_at timestamptz;

-- The second step after a password: a secret shared with the person's telephone, sealed under a part of the password.
create table access_second_step (
  account_id bigint primary key references access_account,
  secret_sealed bytea not null,
  last_step bigint not null,
  since timestamptz not null
);

-- Codes for a lost telephone, each good once; only their keyed digests are kept.
create table access_recovery_code (
  id bigint primary key,
  account_id bigint not null references access_account,
  code_hash char(64) not null,
  used_at timestamptz
);
create index access_recovery_code_account on access_recovery_code (account_id);

-- The password was right, the second step is not done. What the next page needs is sealed under the token of the cookie.
create table access_half_session (
  token_hash char(64) primary key,
  account_id bigint not null references access_account,
  enrolling boolean not null,
  key_id bigint not null,
  opened_sealed bytea,
  secret_sealed bytea not null,
  kept_sealed bytea,
  wrong integer not null,
  expires_at timestamptz not null
);
create index access_half_session_account on access_half_session (account_id);
