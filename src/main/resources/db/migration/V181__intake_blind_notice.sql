-- An address for one sentence: there is news. Sealed for the notifier alone; no page of the office reads this table.
create table intake_blind_notice (
  number varchar(20) primary key references intake_report (number),
  -- names its mails, which then name no case
  token varchar(40) not null unique,
  language varchar(10) not null,
  address_sealed bytea not null,
  -- something new lies there; told: a mail has gone and the mailbox was not opened since
  news boolean not null,
  told boolean not null,
  mails int not null,
  tries int not null,
  next_at timestamptz not null
);
create index intake_blind_notice_due on intake_blind_notice (next_at) where news and not told;
