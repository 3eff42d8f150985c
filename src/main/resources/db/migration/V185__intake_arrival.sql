-- How a report came that nobody filed on the web: through which door, on which day, who typed it in, or which institution
-- sent it with its key. What the office wrote about it lies sealed.
create table intake_arrival (
  number varchar(20) primary key,
  channel varchar(20) not null,
  -- the day that drives the clocks
  received_on date not null,
  posted_on date,
  entered_at timestamptz not null,
  -- account; null when an institution sent it
  entered_by bigint,
  institution_id bigint,
  -- the person knows that the institution files for them; null where staff typed it in
  person_consents boolean,
  -- an oral report was read back and signed by both (regulation of 8 January 2002, § 6)
  signed boolean not null,
  receipt_given boolean not null,
  identifier_sealed bytea,
  source_sealed bytea,
  reason_sealed bytea
);
