-- The runtime role reads and writes rows and nothing else: no TRUNCATE, no ownership, no DDL.
-- The audit (tables audit_*) and the ledger are append-only for it; Flyway's own table is read-only.
-- Runs after every start; every statement is repeatable. Where the runtime role is the owner
-- itself (a small installation on an external database with one role) there is nothing to grant.

-- A cluster that these rows have not lived in yet (the first start, a restored dump) opens an epoch:
-- its transaction numbers have nothing to do with those of the rows that came along.
-- (The tables of an earlier release, made for its rows, have no audit yet.)
DO $$
BEGIN
  IF to_regclass('isonomia.audit_epoch') IS NOT NULL THEN
    INSERT INTO isonomia.audit_epoch (n, system_identifier)
    SELECT (SELECT coalesce(max(n), 0) + 1 FROM isonomia.audit_epoch), c.system_identifier
    FROM pg_control_system() c
    WHERE c.system_identifier IS DISTINCT FROM
      (SELECT system_identifier FROM isonomia.audit_epoch ORDER BY n DESC LIMIT 1);
  END IF;
END
$$;

DO $$
DECLARE
  runtime text := '${runtime}';
  place record;
BEGIN
  IF runtime = current_user THEN
    RETURN;
  END IF;
  FOR place IN
    SELECT nspname AS name FROM pg_namespace WHERE nspname IN ('isonomia', 'engine', 'privacy_shares')
  LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', place.name, runtime);
    EXECUTE format(
      'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I',
      place.name, runtime);
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', place.name, runtime);
  END LOOP;
  FOR place IN
    SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'isonomia' AND c.relkind IN ('r', 'p') AND (c.relname LIKE 'audit\_%' OR c.relname = 'privacy_ledger')
  LOOP
    EXECUTE format('REVOKE UPDATE, DELETE ON isonomia.%I FROM %I', place.name, runtime);
  END LOOP;
  FOR place IN
    SELECT name FROM (VALUES ('audit_epoch'), ('audit_dropped')) t (name)
    WHERE to_regclass('isonomia.' || name) IS NOT NULL
  LOOP
    EXECUTE format('REVOKE INSERT ON isonomia.%I FROM %I', place.name, runtime);
  END LOOP;
  -- when and in which order a record was written is said by the database, not by whoever inserts
  IF to_regclass('isonomia.audit_record') IS NOT NULL THEN
    EXECUTE format('REVOKE INSERT ON isonomia.audit_record FROM %I', runtime);
    EXECUTE format(
      'GRANT INSERT (at, city_at, actor_id, actor_kind, kind, act, subject, case_number, reason)'
      ' ON isonomia.audit_record TO %I', runtime);
  END IF;
  EXECUTE format(
    'REVOKE INSERT, UPDATE, DELETE ON isonomia.flyway_schema_history FROM %I', runtime);
END
$$;
