-- The clocks of a referral stand in the law book and nowhere else; what a city had changed is carried over.
update casework_clock_rule set amount = kept.amount, unit = kept.unit
from referral_clock kept
where clock = kept.code and nth = 1 and rank = 1;

insert into casework_clock_rule
  (clock, nth, rank, starts, amount, unit, remind_hours, met_by, stopped_by, statutory, basis)
select code, 1, 1, 'REFERRAL_RESULT_ASKED', amount, unit, 0, '', '', false, ''
from referral_clock
where code = 'REFERRAL_FEEDBACK_ANSWER'
on conflict (clock, nth, rank) do nothing;

drop table referral_clock;
