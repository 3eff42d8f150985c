-- Terms within which a person has to act themselves (a claim in court, an appeal against a dismissal): shown behind the
-- receipt with the date and why. Their words are texts under the code. The law as data: who knows the law corrects a row, no release is needed.
create table casework_own_term (
  code        varchar(40)  not null primary key,
  position    int          not null,
  areas       varchar(400),          -- comma lists of codes; null: any
  conduct     varchar(300),
  grounds     varchar(300),
  respondents varchar(200),
  starts      varchar(20)  not null, -- KNOWN: the day the person learned of it; DISMISSAL: the day the letter came
  amount      int          not null,
  unit        varchar(10)  not null, -- DAY, MONTH
  moves       boolean      not null, -- whether an end on a Saturday or a day off moves to the next working day
  basis       varchar(200) not null,
  valid_from  date         not null,
  valid_to    date
);
