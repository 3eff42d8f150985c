-- By what the office finds cases: the grounds of the report and the organisation it is about, as codes and keys.
alter table casework_case add column grounds varchar(600) not null default ','; -- ,SEX,AGE,
alter table casework_case add column respondent_institution bigint; -- key in the directory of institutions
create index casework_case_respondent on casework_case (respondent_institution) where respondent_institution is not null;

-- Blind index of private persons whom reports are about: digests under a key that follows from the present key of the
-- custodians' team. Nothing to index is a row without a digest.
create table casework_name_index (
  case_number varchar(20) not null references casework_case (number),
  key_id      bigint      not null,
  tag_hash    bytea,
  primary key (case_number, key_id)
);
create index casework_name_index_tag on casework_name_index (tag_hash) where tag_hash is not null;
