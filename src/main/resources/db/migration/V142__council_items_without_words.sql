-- An item that came from a case loses its words with the case; that it was dealt with stays on record.
alter table council_agenda_item alter column title_sealed drop not null;
alter table council_agenda_item alter column question_sealed drop not null;
alter table council_decision alter column title_sealed drop not null;
alter table council_decision alter column text_sealed drop not null;
