-- A visit to a mailbox keeps what the receipt opened, sealed under the cookie's token.
alter table intake_mailbox_session add column opened_sealed bytea not null;
