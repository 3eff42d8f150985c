-- Cases from report to outcome. Free text is sealed; plain columns hold codes, numbers and dates.
create table casework_case (
  id                bigint primary key,
  number            varchar(20)  not null unique,
  version           bigint       not null,
  language          varchar(10)  not null,
  area              varchar(40),
  respondent        varchar(40),
  identity_mode     varchar(20)  not null,
  complete          boolean      not null, -- name and address are known, without which nothing formal is examined
  title_sealed      bytea        not null,
  assignee          bigint,
  priority          varchar(20)  not null,
  risk              varchar(20)  not null,
  topics            varchar(200) not null,
  referral          varchar(20),           -- the referral the case waits for
  opened_at         timestamptz  not null,
  touched_at        timestamptz  not null,
  closed_at         timestamptz,
  reminded_at       timestamptz,
  escalated_at      timestamptz,
  reporter_wrote_at timestamptz
);
create index casework_case_assignee on casework_case (assignee, id);
create index casework_case_open on casework_case (id) where closed_at is null;
create index casework_case_wrote on casework_case (reporter_wrote_at) where reporter_wrote_at is not null;

create table casework_matter (
  id            bigint primary key,
  case_id       bigint      not null references casework_case,
  n             int         not null,
  qualification varchar(30) not null,
  competent     boolean,               -- null: not decided yet
  status        varchar(30) not null,
  since         timestamptz not null,
  received_at   timestamptz not null,
  outcome       varchar(40),
  manner        varchar(40),
  unique (case_id, n)
);

-- Who decided what a matter is, when and why; the first row is the intake desk's.
create table casework_qualification (
  id            bigint primary key,
  matter_id     bigint      not null references casework_matter,
  qualification varchar(30) not null,
  by_account    bigint      not null,
  at            timestamptz not null,
  reason_sealed bytea
);
create index casework_qualification_matter on casework_qualification (matter_id);

create table casework_deadline (
  id            bigint primary key,
  matter_id     bigint       not null references casework_matter,
  clock         varchar(40)  not null,
  nth           int          not null,
  state         varchar(20)  not null,
  started_at    timestamptz  not null,
  counted_on    date         not null,
  due_on        date         not null,
  due_at        timestamptz  not null,
  moved_because varchar(40),
  amount        int          not null,
  unit          varchar(20)  not null,
  remind_hours  int          not null,
  met_by        varchar(200) not null,
  stopped_by    varchar(200) not null,
  statutory     boolean      not null,
  basis         varchar(200) not null,
  ended_at      timestamptz,
  extended_from date,
  reason_sealed bytea
);
create index casework_deadline_matter on casework_deadline (matter_id);

create table casework_outcome (
  id             bigint primary key,
  case_id        bigint      not null references casework_case,
  n              int         not null,
  state          varchar(20) not null,
  outcome        varchar(40) not null,
  manner         varchar(40),
  letter_sealed  bytea,
  copy_sealed    bytea,
  proposed_by    bigint      not null,
  proposed_at    timestamptz not null,
  decided_by     bigint,
  decided_at     timestamptz,
  reason_sealed  bytea,
  unique (case_id, n)
);

create table casework_note (
  id          bigint primary key,
  case_id     bigint      not null references casework_case,
  kind        varchar(40) not null,
  text_sealed bytea       not null,
  by_account  bigint      not null,
  at          timestamptz not null
);
create index casework_note_case on casework_note (case_id, id);
