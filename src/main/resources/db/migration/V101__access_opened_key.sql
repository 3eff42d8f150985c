-- The person's private key during a session, sealed under the token that only the cookie carries.
alter table access_session add column key_id bigint not null default 0;
alter table access_session add column opened_sealed bytea;
