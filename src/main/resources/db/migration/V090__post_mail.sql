-- Mails that have gone, each known by its key. Address and words are kept in the demo city only.
create table post_mail (
  id bigint primary key,
  mail_key varchar(100) not null unique,
  template varchar(60) not null,
  language varchar(10) not null,
  state varchar(10) not null,
  address_sealed bytea,
  subject_sealed bytea,
  body_sealed bytea,
  at timestamptz not null
);
