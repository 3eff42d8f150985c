-- An institution is invited to make its key: the secret is shown once, the PIN told by telephone; what recognises both
-- together is kept, and neither of them.
create table partner_enrolment (
  institution_id bigint primary key references partner_institution,
  verifier_hash varchar(64) not null,
  made_by bigint not null,
  made_at timestamptz not null,
  last_day date not null,
  wrong integer not null default 0,
  version bigint not null default 0
);
