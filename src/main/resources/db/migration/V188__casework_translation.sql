-- A text and its Polish translation. The copy that a translator reads lies under keys of its own, not under those of the case.
create sequence casework_translation_number;
create table casework_translation (
  id bigint primary key,
  key varchar(30) not null unique,
  case_number varchar(20) not null,
  -- narrative, or the number of a message
  text varchar(40) not null,
  language varchar(20) not null,
  status varchar(10) not null,
  with_translator boolean not null,
  asked_at timestamptz not null,
  asked_by bigint not null,
  done_at timestamptz,
  done_by bigint,
  original_sealed bytea not null,
  polish_sealed bytea,
  version bigint not null,
  unique (case_number, text)
);
