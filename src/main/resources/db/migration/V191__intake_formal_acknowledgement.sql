-- The acknowledgement of a signal that became a formal letter. Its number lies sealed with the report, so that the person
-- can show it again; that it was issued stands in intake_acknowledgement like that of any other.
create table intake_formal_acknowledgement (
  id          bigint      primary key,
  number      varchar(20) not null,
  requested   varchar(30) not null,
  issued_on   date        not null,
  code_sealed bytea       not null
);
create index intake_formal_acknowledgement_number on intake_formal_acknowledgement (number);
