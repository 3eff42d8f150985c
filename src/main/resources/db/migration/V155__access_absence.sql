-- Who is away and who stands in. Days of the city, both included; it ends by itself, or earlier on a person's word.
-- A row is never deleted.
create table access_absence (
  id         bigint primary key,
  account_id bigint      not null references access_account,
  deputy_id  bigint      not null references access_account,
  from_on    date        not null,
  to_on      date        not null,
  entered_by bigint      not null references access_account,
  entered_at timestamptz not null,
  ended_by   bigint references access_account,
  ended_at   timestamptz,
  check (from_on <= to_on),
  check (account_id <> deputy_id)
);
create index access_absence_deputy on access_absence (deputy_id, to_on) where ended_at is null;
create index access_absence_account on access_absence (account_id, to_on) where ended_at is null;

-- The last day on which somebody was signed in, real time; no hour and no place.
alter table access_account add column last_used_on date;
