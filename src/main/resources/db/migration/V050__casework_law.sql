-- The law as data: how long each clock runs and which days are off. Staff who know the law correct a row, no release is needed.
create table casework_holiday (
  code         varchar(40) not null,
  from_year    int         not null,
  to_year      int,
  month        int         not null, -- 0: counted from Easter Sunday
  day          int         not null,
  after_easter int         not null,
  basis        varchar(200) not null,
  primary key (code, from_year)
);

create table casework_clock_rule (
  clock          varchar(40)  not null,
  nth            int          not null, -- several of one clock may run side by side (checks after 30 and 90 days)
  rank           int          not null, -- of the rows of one clock and nth that fit, the lowest rank counts
  starts         varchar(40)  not null, -- what starts it: RECEIPT, CLOSING, REPORTER_ASKED; others belong to other rooms
  qualifications varchar(200),          -- comma lists of codes; null: any
  priorities     varchar(100),
  areas          varchar(300),
  respondents    varchar(200),
  conduct        varchar(200),
  grounds        varchar(300),
  topics         varchar(200),
  amount         int          not null,
  unit           varchar(20)  not null,
  remind_hours   int          not null, -- how long before the end somebody is reminded; 0: nobody
  met_by         varchar(200) not null, -- events of a case that meet it
  stopped_by     varchar(200) not null, -- events of a case that end it without its being met
  statutory      boolean      not null,
  basis          varchar(200) not null, -- provision, as lawyers cite it; empty: the office's own standard
  primary key (clock, nth, rank)
);
