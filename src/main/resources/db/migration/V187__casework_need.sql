-- What a reporter needs to take part, each a task: told at filing or found out later. What was arranged is sealed.
create sequence casework_need_number;
create table casework_need (
  id bigint primary key,
  key varchar(30) not null unique,
  case_number varchar(20) not null,
  code varchar(20) not null,
  state varchar(20) not null,
  told_at timestamptz not null,
  ended_at timestamptz,
  ended_by bigint,
  words_sealed bytea
);
create index casework_need_of_case on casework_need (case_number);
-- of one kind one is open at a time
create unique index casework_need_open on casework_need (case_number, code) where state = 'OPEN';
