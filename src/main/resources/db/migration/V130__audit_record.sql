-- What was done, read and refused: codes and ids, nothing else. Rows are added in the transaction of the
-- act and never changed: the runtime role may insert and select (afterMigrate.sql).
create table audit_epoch (
  n integer primary key,
  system_identifier bigint not null
);
comment on table audit_epoch is 'A number for each database cluster these rows have lived in: transaction numbers begin anew in a restored one. Written by afterMigrate.sql.';

create function audit_epoch_now() returns integer language sql stable
  as 'select max(n) from audit_epoch';

create sequence audit_record_seq cache 1;

create table audit_record (
  id bigint primary key default nextval('audit_record_seq'),
  epoch integer not null default audit_epoch_now(),
  txid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  city_at timestamptz not null,
  actor_id bigint not null,
  actor_kind varchar(12) not null check (actor_kind in ('PERSON', 'RESIDENT', 'PARTNER_LINK', 'HOUSE')),
  kind varchar(8) not null check (kind in ('CHANGE', 'READ', 'REFUSAL')),
  act varchar(100) not null,
  subject varchar(80) check (subject <> ''),
  case_number varchar(20) check (case_number <> ''),
  reason varchar(60) check (reason <> '')
);
create index audit_record_order on audit_record (epoch, txid, id);
create index audit_record_of_case on audit_record (case_number, id) where case_number is not null;
create index audit_record_of_actor on audit_record (actor_id, id) where actor_id <> 0;
create index audit_record_when on audit_record using brin (city_at);
