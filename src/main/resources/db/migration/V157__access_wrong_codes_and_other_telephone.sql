-- Wrong codes in a row slow the next ones down, whatever half session they came from. Browsers in which the person has
-- signed in before are counted apart, so that strangers do not slow them.
alter table access_second_step
  add column wrong integer not null default 0,
  add column wrong_at timestamptz,
  add column wrong_known integer not null default 0,
  add column wrong_known_at timestamptz;

-- Only who asked for another telephone, signed in, may replace the one there is.
delete from access_half_session;
alter table access_half_session add column replaces boolean not null;

-- The administrator lets somebody who has an account come by single sign-on, too: until then, once.
alter table access_account add column sso_until timestamptz;
