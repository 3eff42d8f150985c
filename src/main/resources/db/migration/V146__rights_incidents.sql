-- Breaches of personal data: what could have been exposed, what was decided and when (GDPR art. 33 and 34).
create sequence rights_incident_number;
create table rights_incident (
  id bigint primary key,
  number varchar(20) not null unique,
  kind varchar(20) not null,            -- KEY, ACCOUNT, TEAM, INSTITUTION, PERIOD, BACKUP
  subject varchar(60),                  -- key, account, team or institution
  from_at timestamptz,
  until_at timestamptz not null,
  known_at timestamptz not null,
  authority_due_at timestamptz not null,
  opened_by bigint not null,
  opened_at timestamptz not null,
  authority varchar(20),                -- NOTIFY, NOT_NEEDED
  authority_reason_sealed bytea,
  authority_at timestamptz,
  notified_at timestamptz,
  persons varchar(20),                  -- TELL, NOT_NEEDED
  persons_at timestamptz,
  closed_at timestamptz,
  version bigint not null
);

create table rights_incident_case (
  id bigint primary key,
  incident varchar(20) not null references rights_incident (number),
  case_number varchar(20) not null,
  could boolean not null,               -- a key or the file opened it, or it lay there
  did boolean not null,                 -- it was opened in that time
  chosen boolean not null,
  told_at timestamptz,
  told_by bigint,
  version bigint not null,
  unique (incident, case_number)
);
