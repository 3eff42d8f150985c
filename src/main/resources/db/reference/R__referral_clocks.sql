-- Default clocks of a referral (amount and unit: WORKING_DAY or DAY). A city changes the rows, not this file.
insert into referral_clock (code, amount, unit)
values
  ('REFERRAL_ACCEPT', 5, 'WORKING_DAY'),
  ('REFERRAL_FEEDBACK', 30, 'DAY'),
  ('REFERRAL_FEEDBACK_ANSWER', 10, 'WORKING_DAY')
on conflict (code) do nothing;
