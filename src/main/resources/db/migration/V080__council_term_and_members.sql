-- A term carries the rules of procedure as settings: seats, share that makes a quorum, majority.
create table council_term (
  id bigint primary key,
  number integer not null unique,
  starts_on date not null,
  ends_on date not null,
  seats integer not null,
  quorum_numerator integer not null,
  quorum_denominator integer not null,
  majority varchar(20) not null,
  members_numbered integer not null,
  version bigint not null
);
create index council_term_dates on council_term (starts_on, ends_on);

create table council_member (
  id bigint primary key,
  number varchar(20) not null unique,
  term_id bigint not null references council_term,
  account_id bigint,
  name_sealed bytea not null,
  seat_kind varchar(20) not null,
  office varchar(20) not null,
  organisations varchar(1000) not null,
  active_from date not null,
  active_to date,
  version bigint not null
);
create index council_member_term on council_member (term_id, number);
create index council_member_account on council_member (account_id);

-- Numbers of a year: agenda items, meetings, the register of decisions. A row per kind and year.
create table council_counter (
  kind varchar(10) not null,
  year integer not null,
  last integer not null,
  primary key (kind, year)
);
