-- What must not come back with a backup: erasures, withdrawn consents, people and keys that have gone. Codes and
-- numbers only. Written in the transaction of the act, copied to a file outside the database, never changed.
create sequence privacy_ledger_id;

create table privacy_ledger (
  id bigint primary key,
  at timestamptz not null,
  kind varchar(20) not null, -- ERASED, WITHDRAWN, DEPARTED, HELD
  subject varchar(120) not null
);

-- After a restore: lines of the ledger that the backup did not know yet. The program does them again at its start.
create table privacy_replay (
  ledger_id bigint primary key,
  kind varchar(20) not null,
  subject varchar(120) not null,
  done_at timestamptz
);
