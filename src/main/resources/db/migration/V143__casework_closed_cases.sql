-- How long a closed case is kept stands in the classes of the room of retention and nowhere else.
delete from casework_clock_rule where clock = 'RETENTION';
create index casework_case_closed on casework_case (closed_at) where closed_at is not null;
