-- The person is asked to complete a formal letter (regulation of 8 January 2002, § 8): what is missing, and when it reached them.
create table casework_summons (
  id           bigint      primary key,
  matter_id    bigint      not null references casework_matter,
  missing      varchar(100) not null, -- NAME, ADDRESS, MATTER_UNCLEAR with commas
  words_sealed bytea,
  state        varchar(20) not null, -- SENT, DELIVERED, COMPLETED, ENDED
  by_account   bigint      not null,
  sent_at      timestamptz not null,
  delivered_on date,
  ended_at     timestamptz
);
create index casework_summons_matter on casework_summons (matter_id);

-- Rows of the law that nobody has edited learn of the new events; reference data never overwrites a row.
update casework_clock_rule set met_by = 'SummonsAnswered', stopped_by = 'MatterClosed,MatterForwarded'
  where clock = 'SUPPLEMENT_8' and met_by = '' and stopped_by = 'MatterClosed';
-- Any first letter of a person of the office keeps the promise that a person writes back.
update casework_clock_rule set met_by = 'ReportAcknowledged,ReporterMessaged'
  where clock = 'ACK_HUMAN' and met_by = 'ReportAcknowledged';
update casework_deadline set met_by = 'ReportAcknowledged,ReporterMessaged'
  where clock = 'ACK_HUMAN' and met_by = 'ReportAcknowledged' and state = 'RUNNING';
