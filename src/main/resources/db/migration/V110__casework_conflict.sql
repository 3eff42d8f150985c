-- Who may not take part in a case (KPA art. 24), who opened a case, and who was refused. A row of conflict is never
-- deleted: when somebody is let back in, it ends.
create table casework_conflict (
  id                bigint primary key,
  case_id           bigint      not null references casework_case,
  account           bigint      not null,
  reason_sealed     bytea       not null,
  said_by           bigint      not null, -- the person themselves, or who found it
  at                timestamptz not null,
  ended_at          timestamptz,
  ended_by          bigint,
  end_reason_sealed bytea
);
create unique index casework_conflict_now on casework_conflict (case_id, account) where ended_at is null;
create index casework_conflict_case on casework_conflict (case_id, id);

-- By number and without a reference: a refusal is written beside a transaction that may hold the case's lock.
create table casework_reading (
  number   varchar(20) not null,
  account  bigint      not null,
  first_at timestamptz not null,
  last_at  timestamptz not null, -- kept to the hour, so that reading stays cheap
  primary key (number, account)
);

create table casework_refused_opening (
  id      bigint generated always as identity primary key,
  number  varchar(20) not null,
  account bigint      not null,
  at      timestamptz not null
);
create index casework_refused_opening_number on casework_refused_opening (number);
