-- Public holidays: Act of 18 January 1951 on days off work, as amended (Epiphany since 2011, 24 December since 2025).
insert into casework_holiday (code, from_year, to_year, month, day, after_easter, basis) values
  ('NEW_YEAR', 1951, null, 1, 1, 0, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('EPIPHANY', 2011, null, 1, 6, 0, 'ustawa z 24.09.2010, Dz.U. 2010 nr 224 poz. 1459'),
  ('EASTER', 1951, null, 0, 0, 0, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('EASTER_MONDAY', 1951, null, 0, 0, 1, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('LABOUR_DAY', 1951, null, 5, 1, 0, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('CONSTITUTION_DAY', 1990, null, 5, 3, 0, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('PENTECOST', 1951, null, 0, 0, 49, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('CORPUS_CHRISTI', 1951, null, 0, 0, 60, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('ASSUMPTION', 1989, null, 8, 15, 0, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('ALL_SAINTS', 1951, null, 11, 1, 0, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('INDEPENDENCE_DAY', 1989, null, 11, 11, 0, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('CHRISTMAS_EVE', 2025, null, 12, 24, 0, 'ustawa z 6.12.2024, Dz.U. 2024 poz. 1965'),
  ('CHRISTMAS', 1951, null, 12, 25, 0, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1'),
  ('CHRISTMAS_SECOND', 1951, null, 12, 26, 0, 'ustawa z 18.01.1951 o dniach wolnych od pracy, art. 1')
on conflict (code, from_year) do nothing;

-- Clocks. A row that was edited in place stays as it was edited: reference data never overwrites it.
-- The REFERRAL rows run on the referral's own page: the room of referrals asks for their dates.
insert into casework_clock_rule
  (clock, nth, rank, starts, qualifications, priorities, areas, respondents, conduct, grounds, topics, amount, unit, remind_hours, met_by, stopped_by, statutory, basis) values
  ('ACK_HUMAN', 1, 1, 'FILING', null, 'IMMEDIATE', null, null, null, null, null, 0, 'END_OF_DAY', 0, 'ReportAcknowledged,ReporterMessaged', '', false, ''),
  ('ACK_HUMAN', 1, 2, 'FILING', null, null, null, null, null, null, null, 3, 'WORKING_DAY', 0, 'ReportAcknowledged,ReporterMessaged', '', false, ''),
  ('TRIAGE', 1, 1, 'FILING', null, 'IMMEDIATE', null, null, null, null, null, 0, 'END_OF_DAY', 4, 'MatterQualified', '', false, ''),
  ('TRIAGE', 1, 2, 'FILING', null, null, null, null, null, null, null, 3, 'WORKING_DAY', 24, 'MatterQualified', '', false, ''),
  ('PRELIM_ASSESSMENT', 1, 1, 'FILING', null, null, null, null, null, null, null, 14, 'DAY', 0, 'CaseAssessed', 'MatterClosed', false, ''),
  ('PRELIM_ASSESSMENT', 1, 2, 'SIGNAL_CONTINUES', null, null, null, null, null, null, null, 14, 'DAY', 0, 'CaseAssessed', 'MatterClosed', false, ''),
  ('FORWARD_231', 1, 1, 'RECEIPT', 'COMPLAINT_KPA', null, null, null, null, null, null, 7, 'DAY', 0, 'MatterForwarded', 'CompetenceConfirmed,MatterClosed', true, 'art. 231 § 1 KPA'),
  ('SETTLE_237', 1, 1, 'RECEIPT', 'COMPLAINT_KPA', null, null, null, null, null, null, 1, 'MONTH', 0, 'MatterClosed', 'MatterForwarded', true, 'art. 237 § 1 KPA'),
  ('FORWARD_243', 1, 1, 'RECEIPT', 'REQUEST_KPA', null, null, null, null, null, null, 7, 'DAY', 0, 'MatterForwarded', 'CompetenceConfirmed,MatterClosed', true, 'art. 243 KPA'),
  ('SETTLE_244', 1, 1, 'RECEIPT', 'REQUEST_KPA', null, null, null, null, null, null, 1, 'MONTH', 0, 'MatterClosed', 'MatterForwarded', true, 'art. 244 w zw. z art. 237 § 1 KPA'),
  ('PETITION', 1, 1, 'RECEIPT', 'PETITION', null, null, null, null, null, null, 3, 'MONTH', 0, 'MatterClosed', 'MatterForwarded', true, 'art. 10 ust. 1 ustawy z 11.07.2014 o petycjach'),
  ('ACCESSIBILITY', 1, 1, 'RECEIPT', null, null, null, 'CITY_OFFICE,CITY_UNIT,OTHER_PUBLIC', null, null, 'ACCESSIBILITY', 7, 'DAY', 0, 'MatterClosed,MatterReferred', '', true, 'art. 18 ust. 4 ustawy z 4.04.2019 o dostępności cyfrowej'),
  ('CCTV_PRESERVE', 1, 1, 'FILING', null, null, 'PUBLIC_TRANSPORT', 'CITY_UNIT', null, null, null, 24, 'HOUR', 0, 'CctvRequested', 'MatterClosed', false, ''),
  ('CCTV_PRESERVE', 1, 2, 'FILING', null, null, 'PUBLIC_SPACE,PUBLIC_TRANSPORT,GOODS_SERVICES,FAMILY_NEIGHBOUR', null, 'HATE_CRIME,HATE_SPEECH', 'NATIONALITY,ETHNIC_ORIGIN,RACE_SKIN,RELIGION,NON_RELIGION', null, 24, 'HOUR', 0, 'CctvRequested', 'MatterClosed', false, ''),
  -- in public transport whoever did it, a passenger too: the form promises to ask, and recordings are kept for days only
  ('CCTV_PRESERVE', 1, 3, 'FILING', null, null, 'PUBLIC_TRANSPORT', null, null, null, null, 24, 'HOUR', 0, 'CctvRequested', 'MatterClosed', false, ''),
  ('RETALIATION_CHECK', 1, 1, 'CLOSING', null, null, null, null, null, null, null, 30, 'DAY', 0, 'RetaliationChecked', '', false, 'art. 225 KPA'),
  ('RETALIATION_CHECK', 2, 1, 'CLOSING', null, null, null, null, null, null, null, 90, 'DAY', 0, 'RetaliationChecked', '', false, 'art. 225 KPA'),
  ('REPORTER_SILENCE', 1, 1, 'REPORTER_ASKED', null, null, null, null, null, null, null, 60, 'DAY', 0, 'ReporterAnswered', 'MatterClosed', false, ''),
  ('COUNCILLOR_237_2', 1, 1, 'COUNCILLOR_LETTER', null, null, null, null, null, null, null, 14, 'DAY', 0, '', 'MatterClosed', true, 'art. 237 § 2 KPA'),
  ('SUPPLEMENT_8', 1, 1, 'SUMMONS_DELIVERED', null, null, null, null, null, null, null, 7, 'DAY', 0, 'SummonsAnswered', 'MatterClosed,MatterForwarded', true, '§ 8 rozporządzenia z 8.01.2002'),
  ('CRIME_NOTICE', 1, 1, 'CRIME_FLAGGED', null, null, null, null, null, null, null, 24, 'HOUR', 0, '', 'MatterClosed', false, 'art. 304 § 2 KPK'),
  ('REFERRAL_ACCEPT', 1, 1, 'REFERRAL_SENT', null, null, null, null, null, null, null, 5, 'WORKING_DAY', 0, '', '', false, ''),
  ('REFERRAL_FEEDBACK', 1, 1, 'REFERRAL_ACCEPTED', null, null, null, null, null, null, null, 30, 'DAY', 0, '', '', false, ''),
  ('REFERRAL_FEEDBACK_ANSWER', 1, 1, 'REFERRAL_RESULT_ASKED', null, null, null, null, null, null, null, 10, 'WORKING_DAY', 0, '', '', false, ''),
  ('MINUTES_DRAFT', 1, 1, 'MEETING_CLOSED', null, null, null, null, null, null, null, 7, 'DAY', 0, '', '', false, ''),
  ('RECOMMENDATION_ANSWER', 1, 1, 'RECOMMENDATION_DELIVERED', null, null, null, null, null, null, null, 30, 'DAY', 0, '', '', false, '')
on conflict (clock, nth, rank) do nothing;

-- Which unit is led by the head complained of is not known: every unit of the city is barred, the City Council is competent.
insert into casework_forward_bar (qualification, respondent, kind, except_code, basis) values
  ('COMPLAINT_KPA', 'MAYOR', 'CITY', 'RADA_MIASTA', 'art. 232 § 1 w zw. z art. 229 pkt 3 KPA'),
  ('COMPLAINT_KPA', 'UNIT_HEAD', 'CITY', 'RADA_MIASTA', 'art. 232 § 1 w zw. z art. 229 pkt 3 KPA')
on conflict (qualification, respondent, kind) do nothing;
