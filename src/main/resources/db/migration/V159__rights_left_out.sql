-- Why an approved or refused list left out what a person asked to erase; the request is open again then.
alter table rights_request add column left_out varchar(20);
