-- Who opened the identity of a CONFIDENTIAL reporter, when and why; rows are never changed.
create table casework_identity_opening (
  id            bigint primary key,
  case_number   varchar(20) not null references casework_case (number),
  by_account    bigint      not null,
  role          varchar(40) not null,
  reason_sealed bytea       not null,
  at            timestamptz not null
);
create index casework_identity_opening_case on casework_identity_opening (case_number, id);
