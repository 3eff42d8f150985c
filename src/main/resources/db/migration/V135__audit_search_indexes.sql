-- What the auditor looks for is found by an index, newest first, in a table of any length.
create index audit_record_of_subject on audit_record (subject, id) where subject is not null;
create index audit_record_of_act on audit_record (act, id);
create index audit_record_of_kind on audit_record (kind, id);
create index audit_record_of_actor_kind on audit_record (actor_kind, id);
create index audit_record_by_time on audit_record (city_at, id);
