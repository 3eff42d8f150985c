-- The code of an unfinished report is shown again in the browser that asked for it: a reload makes
-- no second one. Sealed under the cookie's value, like the answers.
alter table intake_draft add column code_sealed bytea;
