-- When content was lent to a custodian for one new receipt: it ends after a day.
alter table rights_request add column lent_at timestamptz;
update rights_request set lent_to = null;
create index rights_request_lent on rights_request (lent_at) where lent_at is not null;
