-- What a person has to do themselves in time. A row that was edited in place stays as it was edited.
insert into casework_own_term
  (code, position, areas, conduct, grounds, respondents, starts, amount, unit, moves, basis, valid_from, valid_to) values
  ('LABOUR_264', 1, 'EMPLOYMENT', null, null, null, 'DISMISSAL', 21, 'DAY', true, 'art. 264 § 1 i 2 Kodeksu pracy', '2017-01-01', null),
  ('LIMITATION_2010', 2, 'RECRUITMENT,SELF_EMPLOYMENT,VOCATIONAL_TRAINING,EDUCATION,HIGHER_EDUCATION,HEALTH_CARE,SOCIAL_SECURITY,SOCIAL_ASSISTANCE,HOUSING,GOODS_SERVICES,CITY_SERVICE,PUBLIC_TRANSPORT,CULTURE_SPORT', null, null, null, 'KNOWN', 36, 'MONTH', false, 'art. 15 ustawy z 3.12.2010 o wdrożeniu niektórych przepisów UE w zakresie równego traktowania', '2011-01-01', null),
  ('LABOUR_291', 3, 'EMPLOYMENT,RECRUITMENT', null, null, null, 'KNOWN', 36, 'MONTH', false, 'art. 18³ᵈ i art. 291 § 1 Kodeksu pracy', '2017-01-01', null),
  ('PRIVATE_PROSECUTION', 4, null, 'HATE_SPEECH,HATE_INCIDENT,HATE_CRIME,HARASSMENT', null, null, 'KNOWN', 12, 'MONTH', false, 'art. 101 § 2 Kodeksu karnego', '1998-09-01', null),
  ('PERSONAL_INTERESTS_442', 5, 'PUBLIC_SPACE,MEDIA_INTERNET,FAMILY_NEIGHBOUR,PUBLIC_LIFE,POLICE_JUSTICE,BORDER_MIGRATION,OTHER', null, null, null, 'KNOWN', 36, 'MONTH', false, 'art. 442¹ § 1 Kodeksu cywilnego', '2007-08-10', null)
on conflict (code) do nothing;
