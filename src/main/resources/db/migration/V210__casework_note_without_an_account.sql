-- A note that the register writes itself, because of what the reporter told it, has no account.
alter table casework_note alter column by_account drop not null;
