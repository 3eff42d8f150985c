-- Who must not get a matter that is forwarded: the one complained of, and whoever serves under them (KPA art. 232 § 1).
create table casework_forward_bar (
  qualification varchar(40)  not null,
  respondent    varchar(40)  not null, -- the one complained of
  kind          varchar(20)  not null, -- institutions of this kind are barred,
  except_code   varchar(60)  not null, -- but for this one
  basis         varchar(200) not null,
  primary key (qualification, respondent, kind)
);
