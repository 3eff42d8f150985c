#!/bin/sh
# Runs once, when the database is made: the owner of the tables and the application's own role,
# which reads and writes rows and nothing else.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=owner_password="$OWNER_PASSWORD" --set=runtime_password="$RUNTIME_PASSWORD" <<'SQL'
CREATE ROLE isonomia_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE isonomia_app LOGIN PASSWORD :'runtime_password';
CREATE DATABASE isonomia OWNER isonomia_owner;
REVOKE ALL ON DATABASE isonomia FROM PUBLIC;
GRANT CONNECT ON DATABASE isonomia TO isonomia_app;
SQL
