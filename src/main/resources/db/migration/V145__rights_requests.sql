-- What persons ask for by the law on data protection, and how it was answered. Numbers, codes and dates only.
create sequence rights_request_number;
create table rights_request (
  id bigint primary key,
  number varchar(20) not null unique,
  case_number varchar(20) not null,
  kind varchar(20) not null,            -- ACCESS, RECEIPT, ERASURE
  via varchar(10) not null,             -- DESK, MAILBOX
  identity_mode varchar(20) not null,
  state varchar(20) not null,           -- ASKED, CHECKED, ANSWERED, REFUSED
  asked_at timestamptz not null,
  asked_by bigint not null,             -- account at the desk; 0: the reporter behind the receipt
  due_on date not null,
  document varchar(30),                 -- kind of the document that was shown, never its number
  checked_by bigint,
  checked_at timestamptz,
  second_by bigint,
  second_at timestamptz,
  lent_to bigint,
  content_by bigint,
  content_at timestamptz,
  identity_by bigint,
  identity_at timestamptz,
  answered_by bigint,
  answered_at timestamptz,
  ground varchar(40),
  list_number varchar(20),              -- of an erasure: the list in which the case waits
  version bigint not null
);
create index rights_request_case on rights_request (case_number, id);
create index rights_request_open on rights_request (due_on) where state in ('ASKED', 'CHECKED');
