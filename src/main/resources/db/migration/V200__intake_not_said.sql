-- What a person did not say is written down as not said: no role, no respondent, neither in danger
-- nor out of it. The vocabulary has no code for silence, and "somebody unknown" is an answer.
alter table intake_report alter column reporter_role drop not null;
alter table intake_report alter column respondent_type drop not null;
alter table intake_report alter column danger_now drop not null;
