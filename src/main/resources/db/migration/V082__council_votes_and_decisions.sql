-- A vote that had no quorum is kept too: result BLOCKED with the numbers that blocked it.
create table council_vote (
  id bigint primary key,
  item_id bigint not null references council_agenda_item,
  meeting_id bigint not null references council_meeting,
  ordinal integer not null,
  mode varchar(12) not null,
  majority varchar(12) not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  eligible integer not null,
  quorum integer not null,
  present integer not null,
  votes_for integer not null,
  votes_against integer not null,
  votes_abstain integer not null,
  not_voted integer not null,
  result varchar(12),
  version bigint not null,
  unique (item_id, ordinal)
);
create unique index council_vote_one_open on council_vote (item_id) where result is null;
create index council_vote_meeting on council_vote (meeting_id);

create table council_ballot (
  id bigint primary key,
  vote_id bigint not null references council_vote,
  member_id bigint not null references council_member,
  choice varchar(10) not null,
  cast_at timestamptz not null,
  recorded_by bigint not null,
  unique (vote_id, member_id)
);
create index council_ballot_member on council_ballot (member_id);

create table council_decision (
  id bigint primary key,
  item_id bigint not null unique references council_agenda_item,
  item_number varchar(20) not null,
  meeting_id bigint not null references council_meeting,
  vote_id bigint references council_vote,
  code varchar(30) not null,
  year integer,
  ordinal integer,
  title_sealed bytea not null,
  text_sealed bytea not null,
  decided_on date not null,
  published_at timestamptz,
  version bigint not null,
  unique (year, ordinal)
);
create index council_decision_meeting on council_decision (meeting_id);
create index council_decision_published on council_decision (year desc, ordinal desc) where published_at is not null;
