-- The secret of a link is random and known to the mail alone. What stays: its hash, what recognises a right PIN once
-- the secret is there too, and the public half of the link's key pair, sealed with the referral so that nobody who can
-- only write tables puts another key in its place.
alter table referral_referral add column link_verifier varchar(64);
alter table referral_referral add column link_public_sealed bytea;
alter table referral_referral add column link_mailed_on date;

-- The secret of a link until the mail with it was taken; then the row is gone.
create table referral_link_waiting (
  referral_id bigint primary key references referral_referral,
  link_issue integer not null,
  secret_sealed bytea not null
);

-- A visit keeps what the PIN opened, sealed under the cookie's token.
alter table referral_visit add column opened_sealed bytea;
alter table referral_visit add column link_pair_sealed bytea;

-- A reporter tells one partner their name: sealed under keys of its own, which the office does not have.
create table referral_told_name (
  referral_id bigint primary key references referral_referral,
  name_sealed bytea not null,
  contact_sealed bytea,
  told_at timestamptz not null,
  taken_back_at timestamptz,
  to_institution boolean not null,
  link_issue integer not null,
  version bigint not null default 0
);
