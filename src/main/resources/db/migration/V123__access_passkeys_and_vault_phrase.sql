-- Passkeys: public halves only. A row whose counter went backwards is marked and signs nobody in any more.
create table access_passkey (
  id bigint primary key,
  account_id bigint not null references access_account,
  credential varchar(1400) not null unique,
  user_handle varchar(90) not null,
  cose_key bytea not null,
  name_sealed bytea not null,
  counter bigint not null,
  since timestamptz not null,
  last_used_at timestamptz,
  suspect_at timestamptz
);
create index access_passkey_account on access_passkey (account_id);
create index access_passkey_user on access_passkey (user_handle);

-- A question put to an authenticator: good once, for five minutes. account_id: who adds a passkey; null: a sign-in.
create table access_passkey_challenge (
  challenge_hash char(64) primary key,
  account_id bigint references access_account,
  expires_at timestamptz not null
);
create index access_passkey_challenge_expires on access_passkey_challenge (expires_at);

-- The sentence that opens the vault of somebody who has no password here; kept like a password, and signs nobody in.
create table access_vault_phrase (
  account_id bigint primary key references access_account,
  phrase_hash varchar(200) not null,
  since timestamptz not null
);
