-- Who somebody is at the city's single sign-on: a digest of issuer and subject.
create table access_identity (
  subject_hash char(64) primary key,
  account_id bigint not null references access_account,
  since timestamptz not null
);
create index access_identity_account on access_identity (account_id);

-- Somebody has gone to the provider and is to come back in the same browser: good once, for ten minutes.
create table access_sso_attempt (
  token_hash char(64) primary key,
  then_path varchar(500) not null,
  expires_at timestamptz not null
);
create index access_sso_attempt_expires on access_sso_attempt (expires_at);
