-- The resident's door. Plain columns hold codes, numbers, dates and flags; whatever a person wrote
-- lies sealed. No column knows an address of a machine or a browser.

-- One sequence per year of the city: numbers have no duplicates under any concurrency, gaps are allowed.
do $$
begin
  for year in 2024..2099 loop
    execute format('create sequence intake_number_%s', year);
  end loop;
end
$$;

create table intake_report (
  id bigint primary key,
  number varchar(20) not null unique,
  -- keyed hash of the receipt: the table alone does not give the digits
  receipt_hash varchar(64) not null unique,
  language varchar(10) not null,
  channel varchar(20) not null,
  reporter_role varchar(30) not null,
  identity_mode varchar(20) not null,
  requested varchar(20) not null,
  area varchar(30) not null,
  respondent_type varchar(30) not null,
  grounds varchar(500) not null,
  conduct varchar(500) not null,
  wishes varchar(300) not null,
  needs varchar(200) not null,
  incident_date date,
  danger_now boolean not null,
  complete_for_formal boolean not null,
  -- which version of the information of GDPR art. 13 was shown before filing
  notice_version varchar(40) not null,
  filed_at timestamptz not null,
  narrative_sealed bytea not null,
  time_sealed bytea,
  place_sealed bytea,
  respondent_name_sealed bytea,
  wish_text_sealed bytea,
  name_sealed bytea,
  address_sealed bytea,
  email_sealed bytea,
  phone_sealed bytea,
  safe_contact_sealed bytea,
  version bigint not null
);

create table intake_file (
  id bigint primary key,
  number varchar(20) not null references intake_report (number),
  position int not null,
  media_type varchar(60) not null,
  size bigint not null,
  name_sealed bytea not null,
  content_sealed bytea not null
);
create index intake_file_number on intake_file (number, position);

create table intake_message (
  id bigint primary key,
  number varchar(20) not null references intake_report (number),
  sender varchar(10) not null,
  signed_by varchar(40),
  language varchar(10) not null,
  text_sealed bytea not null,
  written_at timestamptz not null,
  -- a message of the reporter that the office has read or answered
  read_at timestamptz
);
create index intake_message_number on intake_message (number, written_at, id);

-- What REST answered to an Idempotency-Key; the receipt in it is locked under a key made from the
-- header's value and the body, which are not here. Times of the three tables below are real time.
create table intake_answer (
  key_hash varchar(64) primary key,
  body_hash varchar(64) not null,
  answer_sealed bytea not null,
  answered_at timestamptz not null
);
create index intake_answer_answered on intake_answer (answered_at);

-- A report that is being written. The row is found by the hash of a random cookie and opens with
-- the cookie only.
create table intake_draft (
  token_hash varchar(64) primary key,
  answers_sealed bytea not null,
  receipt_sealed bytea not null,
  number varchar(20),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  version bigint not null
);
create index intake_draft_expires on intake_draft (expires_at);

create table intake_draft_file (
  id bigint primary key,
  token_hash varchar(64) not null references intake_draft (token_hash) on delete cascade,
  media_type varchar(60) not null,
  size bigint not null,
  name_sealed bytea not null,
  content_sealed bytea not null
);
create index intake_draft_file_draft on intake_draft_file (token_hash, id);

create table intake_mailbox_session (
  token_hash varchar(64) primary key,
  number varchar(20) not null references intake_report (number),
  expires_at timestamptz not null
);
create index intake_mailbox_session_expires on intake_mailbox_session (expires_at);
create index intake_mailbox_session_number on intake_mailbox_session (number);
