-- Cookies of drafts that became reports, as hashes, for as long as a page may carry a copy of one:
-- what was filed does not come back as a draft. Nothing leads from here to the report.
create table intake_spent_draft (
  token_hash text primary key,
  kept_until timestamptz not null
);
