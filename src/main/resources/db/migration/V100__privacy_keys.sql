-- Keys and who may open what. Public keys are signed up to the escrow key, whose fingerprint stands in the
-- configuration; private ones lie here only wrapped for somebody who brings the other half.

-- Content of before this release was not sealed; it is trial data, and no release ever held it.
do $$
begin
  if exists (select 1 from intake_report) then
    raise exception 'this data folder holds unsealed trial data; begin with an empty one';
  end if;
end
$$;

create sequence privacy_key_id;

create table privacy_key (
  id bigint primary key,
  holder varchar(60) not null, -- ESCROW, TEAM/OFFICE, PERSON/17, INSTITUTION/4
  generation int not null,
  suite int not null,
  wrap_key bytea not null,
  sign_key bytea not null,
  signed_by bigint not null, -- 0: the escrow key itself, or a person, whose memberships are signed
  trust_signature bytea not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  unique (holder, generation)
);

-- Private halves. reader: LOCK (what a person brings at sign-in) or K and the key it is wrapped for.
create table privacy_secret (
  key_id bigint not null references privacy_key,
  reader varchar(40) not null,
  secret_sealed bytea not null,
  primary key (key_id, reader)
);
create index privacy_secret_reader on privacy_secret (reader);

create table privacy_member (
  team varchar(60) not null,
  key_id bigint not null references privacy_key,
  signed_by bigint not null references privacy_key,
  trust_signature bytea not null,
  admitted_by bigint not null, -- account; 0: the ceremony
  since timestamptz not null,
  ended_at timestamptz,
  primary key (team, key_id)
);

-- The keys of a case, a referral, an agenda item: one envelope a reader. root: whose erasure share it needs.
create table privacy_envelope (
  subject varchar(60) not null,
  reader varchar(80) not null,
  root varchar(40) not null,
  compartments varchar(60) not null,
  keys_sealed bytea not null,
  primary key (subject, reader)
);
create index privacy_envelope_root on privacy_envelope (root);
create index privacy_envelope_reader on privacy_envelope (reader);

-- Who is kept out of what: nothing of it is wrapped for them, by whomever.
create table privacy_exclusion (
  scope varchar(60) not null, -- a subject, and everything whose root it is
  account_id bigint not null,
  primary key (scope, account_id)
);
create index privacy_exclusion_account on privacy_exclusion (account_id);

-- Erasure shares: a schema of their own, which ordinary backups leave out (see the page on sealing). Rows that were
-- deleted are cleared away at once, not when a fifth of the table is gone.
create schema privacy_shares;
create table privacy_shares.share (
  root varchar(40) primary key,
  share_key bytea not null
) with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
