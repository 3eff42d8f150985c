-- How long files are kept. A row that the records manager has changed stays as it was changed. The categories of
-- formal files follow the uniform file plan of municipalities; the city's archivist confirms them.
insert into retention_class (qualification, archive_class, starts, period, ending, basis, version) values
  ('SIGNAL', 'B2', 'CLOSING', 'P2Y', 'ANONYMISE', 'art. 5 ust. 1 lit. e RODO; zasady obsługi sygnałów przyjęte przez miasto', 0),
  ('COMPLAINT_KPA', 'BE5', 'NEXT_YEAR', 'P5Y', 'APPRAISE', 'rozporządzenie Prezesa Rady Ministrów z 18.01.2011 (Dz.U. 2011 nr 14 poz. 67), wykaz akt gminy, klasa 151: skargi i wnioski; kategorię potwierdza archiwista', 0),
  ('REQUEST_KPA', 'BE5', 'NEXT_YEAR', 'P5Y', 'APPRAISE', 'rozporządzenie Prezesa Rady Ministrów z 18.01.2011 (Dz.U. 2011 nr 14 poz. 67), wykaz akt gminy, klasa 151: skargi i wnioski; kategorię potwierdza archiwista', 0),
  ('PETITION', 'BE5', 'NEXT_YEAR', 'P5Y', 'APPRAISE', 'rozporządzenie Prezesa Rady Ministrów z 18.01.2011 (Dz.U. 2011 nr 14 poz. 67), wykaz akt gminy, klasa 152: petycje; kategorię potwierdza archiwista', 0),
  ('CRIME_NOTICE', 'BE5', 'NEXT_YEAR', 'P5Y', 'APPRAISE', 'art. 304 § 2 KPK; rozporządzenie z 18.01.2011 (Dz.U. 2011 nr 14 poz. 67); kategorię potwierdza archiwista', 0),
  ('INFO_REQUEST', 'B2', 'CLOSING', 'P2Y', 'ANONYMISE', 'art. 5 ust. 1 lit. e RODO', 0),
  ('WHISTLEBLOWING', 'B3', 'NEXT_YEAR', 'P3Y', 'ANONYMISE', 'art. 8 ust. 4 ustawy z 14.06.2024 o ochronie sygnalistów', 0),
  ('NOT_IN_SCOPE', 'B1', 'CLOSING', 'P1Y', 'ANONYMISE', 'art. 5 ust. 1 lit. e RODO', 0)
on conflict (qualification) do nothing;
