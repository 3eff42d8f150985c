-- What is told to a receipt whose report is no more; found by the receipt alone, and forgotten after a year.
create table intake_removed (
  receipt_hash varchar(64) primary key,
  removed_on date not null,
  on_request boolean not null
);
create index intake_removed_on on intake_removed (removed_on);
