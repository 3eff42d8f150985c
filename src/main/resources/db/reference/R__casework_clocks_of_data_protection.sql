-- Clocks of the law on data protection; they run on pages of their own. A row that was edited stays as it was edited.
insert into casework_clock_rule
  (clock, nth, rank, starts, amount, unit, remind_hours, met_by, stopped_by, statutory, basis) values
  ('DATA_REQUEST', 1, 1, 'DATA_REQUESTED', 1, 'MONTH', 0, '', '', true, 'art. 12 ust. 3 RODO'),
  ('BREACH_NOTICE', 1, 1, 'BREACH_KNOWN', 72, 'HOUR', 0, '', '', true, 'art. 33 ust. 1 RODO')
on conflict (clock, nth, rank) do nothing;
