-- Each matter has topics of its own and is concluded by itself; a case closes with its last matter.
alter table casework_matter add column topics varchar(200) not null default '';
update casework_matter m set topics = c.topics from casework_case c where c.id = m.case_id;
alter table casework_matter alter column topics drop default;
alter table casework_case drop column topics;

alter table casework_outcome add column matter int not null default 1;
alter table casework_outcome alter column matter drop default;

-- clocks of the report begin with its filing, not with each further matter
update casework_clock_rule set starts = 'FILING'
  where starts = 'RECEIPT' and clock in ('ACK_HUMAN', 'TRIAGE', 'PRELIM_ASSESSMENT', 'CCTV_PRESERVE');
update casework_clock_rule set met_by = replace(met_by, 'CaseClosed', 'MatterClosed'), stopped_by = replace(stopped_by, 'CaseClosed', 'MatterClosed');
update casework_deadline set met_by = replace(met_by, 'CaseClosed', 'MatterClosed'), stopped_by = replace(stopped_by, 'CaseClosed', 'MatterClosed');
