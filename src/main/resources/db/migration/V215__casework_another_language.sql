-- A text in a language that no list names has the code for that (ISO 639-2), as a report has.
update casework_translation set language = 'und' where language = 'other';
