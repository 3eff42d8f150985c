-- A mail that could not be sent, until it goes: its key, its template and a code. No address and no word of it.
create table post_failure (
  mail_key varchar(100) primary key,
  template varchar(60)  not null,
  code     varchar(80)  not null,
  times    int          not null,
  first_at timestamptz  not null,
  last_at  timestamptz  not null
);
create index post_failure_first on post_failure (first_at);
