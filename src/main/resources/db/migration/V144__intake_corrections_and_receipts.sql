-- What stood in a report until its reporter corrected it, and receipts that were made anew; rows are never changed.
create table intake_correction (
  id bigint primary key,
  number varchar(20) not null,
  field varchar(30) not null,
  before_sealed bytea,
  corrected_at timestamptz not null
);
create index intake_correction_number on intake_correction (number, corrected_at);

create table intake_receipt_renewal (
  id bigint primary key,
  number varchar(20) not null,
  role varchar(40) not null,
  renewed_at timestamptz not null
);
create index intake_receipt_renewal_number on intake_receipt_renewal (number);
