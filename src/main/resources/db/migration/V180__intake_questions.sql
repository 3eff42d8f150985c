-- A letter of the office may ask in fields, so that an answer is a few presses. Words and answers lie sealed.
create table intake_question (
  id bigint primary key,
  number varchar(20) not null references intake_report (number),
  message_id bigint not null, -- the letter it came with
  position int not null,
  kind varchar(10) not null,
  language varchar(10) not null,
  words_sealed bytea not null,
  choices_sealed bytea,
  answer_sealed bytea,
  answered_at timestamptz
);
create index intake_question_number on intake_question (number, message_id, position);
