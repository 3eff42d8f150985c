create table council_meeting (
  id bigint primary key,
  number varchar(20) not null unique,
  term_id bigint not null references council_term,
  starts_at timestamptz not null,
  place_sealed bytea not null,
  link_sealed bytea,
  mode varchar(10) not null,
  status varchar(10) not null,
  convened_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  version bigint not null
);
create index council_meeting_starts on council_meeting (starts_at);
create index council_meeting_term on council_meeting (term_id);

-- One row per stay. Nobody is in the room twice.
create table council_attendance (
  id bigint primary key,
  meeting_id bigint not null references council_meeting,
  member_id bigint not null references council_member,
  arrived_at timestamptz not null,
  left_at timestamptz
);
create unique index council_attendance_here on council_attendance (meeting_id, member_id) where left_at is null;
create index council_attendance_meeting on council_attendance (meeting_id);
create index council_attendance_member on council_attendance (member_id);

-- origin is a key for the answer's way back to where the item came from; this room cannot open it.
create table council_agenda_item (
  id bigint primary key,
  number varchar(20) not null unique,
  type varchar(20) not null,
  visibility varchar(10) not null,
  status varchar(20) not null,
  title_sealed bytea not null,
  question_sealed bytea not null,
  brief_sealed bytea,
  reason_sealed bytea,
  origin varchar(20),
  proposer_account bigint not null,
  concerns varchar(1000) not null,
  proposed_at timestamptz not null,
  released_at timestamptz,
  released_by bigint,
  meeting_id bigint references council_meeting,
  closed_at timestamptz,
  version bigint not null
);
create index council_agenda_item_origin on council_agenda_item (origin) where origin is not null;
create index council_agenda_item_meeting on council_agenda_item (meeting_id);
create index council_agenda_item_open on council_agenda_item (proposed_at) where closed_at is null;
create index council_agenda_item_closed on council_agenda_item (closed_at) where closed_at is not null;

-- The agenda of a meeting; stays when an item is adjourned to another one.
create table council_agenda_entry (
  id bigint primary key,
  meeting_id bigint not null references council_meeting,
  item_id bigint not null references council_agenda_item,
  position integer not null,
  unique (meeting_id, position)
);
create index council_agenda_entry_item on council_agenda_entry (item_id);

create table council_recusal (
  id bigint primary key,
  item_id bigint not null references council_agenda_item,
  member_id bigint not null references council_member,
  kind varchar(10) not null,
  reason_sealed bytea,
  recorded_at timestamptz not null,
  version bigint not null,
  unique (item_id, member_id)
);
create index council_recusal_member on council_recusal (member_id);
