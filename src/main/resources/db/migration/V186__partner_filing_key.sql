-- With such a key an institution files reports over REST. Only a digest is kept; a key that has ended stays, to say until
-- when it was good.
create table partner_filing_key (
  id bigint primary key,
  institution_id bigint not null references partner_institution,
  key_hash varchar(64) not null unique,
  made_by bigint not null,
  made_at timestamptz not null,
  ended_by bigint,
  ended_at timestamptz
);
create unique index partner_filing_key_one on partner_filing_key (institution_id) where ended_at is null;
