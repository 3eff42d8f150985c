-- That an acknowledgement was issued on a day. It names no case and no person, and nothing leads from
-- it to a report: so it stays when the report is erased, and whoever holds the paper can still have it checked.
create table intake_acknowledgement (
  code_hash varchar(64) primary key,
  issued_on date not null
);
