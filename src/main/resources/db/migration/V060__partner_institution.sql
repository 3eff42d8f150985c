-- The directory of institutions (a small part of Open Referral HSDS 3). Names are public; contacts are sealed.
create table partner_institution (
  id bigint primary key,
  code varchar(60) not null unique,
  name varchar(200) not null,
  kind varchar(20) not null,
  capacity varchar(20) not null,
  email_sealed bytea,
  phone_sealed bytea,
  languages varchar(100) not null default '',
  accessibility varchar(200) not null default '',
  active boolean not null default true,
  assured_on date,
  version bigint not null default 0
);
