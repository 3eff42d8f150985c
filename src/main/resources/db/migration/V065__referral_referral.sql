-- Referrals to partner institutions. Codes, dates and numbers in the clear; every word sealed.
create table referral_referral (
  id bigint primary key,
  number varchar(20) not null unique,
  case_number varchar(20) not null,
  institution_id bigint not null,
  type varchar(30) not null,
  status varchar(30) not null,
  alias varchar(10) not null,
  consent_status varchar(30) not null,
  consent_recipient bigint not null,
  consent_categories varchar(200) not null,
  consent_language varchar(10) not null,
  consent_basis_sealed bytea,
  consent_since timestamptz not null,
  made_by bigint not null,
  made_at timestamptz not null,
  sent_on date,
  answer_due date,
  heard_at timestamptz,
  link_issue integer not null default 0,
  link_hash varchar(64) unique,
  pin_sealed bytea,
  decline_reason varchar(30),
  result varchar(30),
  answer_sealed bytea,
  version bigint not null default 0,
  unique (institution_id, alias)
);

create index referral_of_case on referral_referral (case_number);
create index referral_by_status on referral_referral (status, institution_id, id);

create table referral_shared_words (
  id bigint primary key,
  referral_id bigint not null references referral_referral,
  category varchar(30) not null,
  words_sealed bytea not null,
  unique (referral_id, category)
);

create table referral_status_step (
  id bigint primary key,
  referral_id bigint not null references referral_referral,
  status varchar(30) not null,
  at timestamptz not null
);

create index referral_status_step_of on referral_status_step (referral_id);

-- Wrong PINs of a link and until when it takes none, in real time. A row of its own, so that a wrong try is counted
-- even when nothing else is written.
create table referral_pin_try (
  referral_id bigint primary key references referral_referral,
  wrong integer not null,
  closed_until timestamptz
);

-- Somebody has typed the right PIN: a short visit to one referral, under one link, in real time.
create table referral_visit (
  token_hash varchar(64) primary key,
  referral_id bigint not null references referral_referral,
  link_issue integer not null,
  ends_at timestamptz not null
);

create index referral_visit_ends on referral_visit (ends_at);

-- How long a partner may take; data, so that the city can change it without a release.
create table referral_clock (
  code varchar(30) primary key,
  amount integer not null,
  unit varchar(20) not null
);

-- Numbers of referrals: one sequence a year, gaps are allowed, duplicates never.
do $$
begin
  for year in 2024..2099 loop
    execute format('create sequence referral_number_%s', year);
  end loop;
end
$$;
