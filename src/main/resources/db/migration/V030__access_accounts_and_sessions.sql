-- Who may sign in. Sessions live here and not in a server's memory, so that any node can serve; their times are real
-- time, not the application's. Only hashes of tokens are kept.
create table access_account (
  id bigint primary key,
  login varchar(100) not null unique,
  name_sealed bytea not null,
  roles varchar(400) not null,
  language varchar(10) not null,
  institution_id bigint,
  password_hash varchar(200),
  active boolean not null,
  demo boolean not null,
  created_at timestamptz not null,
  version bigint not null
);

create table access_session (
  token_hash char(64) primary key,
  account_id bigint not null references access_account,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index access_session_account on access_session (account_id);
create index access_session_expires on access_session (expires_at);

-- Invitation and first administrator: a link that works once.
create table access_one_time_link (
  token_hash char(64) primary key,
  purpose varchar(20) not null,
  account_id bigint references access_account,
  expires_at timestamptz not null,
  used_at timestamptz
);
