-- How long a file is kept, as data; who changed it, when and why.
create table retention_class (
  qualification varchar(30) primary key,
  archive_class varchar(10) not null,   -- BE5, B2, A: as the registry office writes it on a file
  starts varchar(20) not null,          -- CLOSING: the day the last matter was closed; NEXT_YEAR: 1 January after it
  period varchar(20) not null,          -- ISO: P2Y
  ending varchar(20) not null,          -- ANONYMISE; APPRAISE: only with the archive's decision; HAND_OVER: never here
  basis varchar(400) not null,
  version bigint not null
);

create table retention_class_change (
  id bigint primary key,
  qualification varchar(30) not null references retention_class,
  archive_class varchar(10) not null,   -- what it was before
  starts varchar(20) not null,
  period varchar(20) not null,
  ending varchar(20) not null,
  basis varchar(400) not null,
  reason_sealed bytea not null,
  by_account bigint not null,
  at timestamptz not null
);
create index retention_class_change_of on retention_class_change (qualification, id);

-- A held case is never destroyed. Several may hold one case; a hold that was lifted stays as a record.
create table retention_hold (
  id bigint primary key,
  number varchar(20) not null,
  code varchar(20) not null,            -- COURT, PROSECUTOR, AUTHORITY, CLAIM, CONTROL
  reference_sealed bytea not null,
  set_by bigint not null,
  set_at timestamptz not null,
  lifted_by bigint,
  lifted_at timestamptz,
  lift_reason_sealed bytea,
  version bigint not null
);
create index retention_hold_now on retention_hold (number) where lifted_at is null;

-- A list of cases to be destroyed, frozen when it is proposed; afterwards it is the protocol.
create sequence retention_batch_number;
create table retention_batch (
  id bigint primary key,
  number varchar(20) not null unique,
  cause varchar(10) not null,           -- TERM, REQUEST
  ground varchar(30),                   -- of a request: GDPR art. 17(1)
  state varchar(10) not null,
  due_until date,
  archive_decision_sealed bytea,
  proposed_by bigint not null,
  proposed_at timestamptz not null,
  decided_by bigint,
  decided_at timestamptz,
  refusal_sealed bytea,
  finished_at timestamptz,
  version bigint not null,
  check (decided_by is null or decided_by <> proposed_by)
);
create index retention_batch_open on retention_batch (id) where state in ('PROPOSED', 'APPROVED');

create table retention_batch_case (
  id bigint primary key,
  batch_id bigint not null references retention_batch,
  number varchar(20) not null,
  qualification varchar(30) not null,   -- the matter whose class keeps the case longest
  archive_class varchar(10) not null,
  closed_on date not null,
  due_on date not null,
  state varchar(12) not null,           -- WAITING, DESTROYED, LEFT_OUT
  left_out varchar(20),
  settled_on date,
  version bigint not null
);
create index retention_batch_case_of on retention_batch_case (batch_id, number);
-- a case waits in one list at a time
create unique index retention_batch_case_waiting on retention_batch_case (number) where state = 'WAITING';

-- What remains of a case for counting. No number, no day, no order: keys are random, and all rows are written
-- anew, shuffled, when a list is finished. A case with several grounds has a row for each; cases are counted by `first`.
create table retention_shadow (
  id uuid primary key,
  month date not null,
  ground varchar(40) not null,
  area varchar(40) not null,
  form varchar(40) not null,
  outcome varchar(40) not null,
  first boolean not null
) with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
