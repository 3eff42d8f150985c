-- The register says on which day a case was given to whoever has it.
alter table casework_case add column assigned_at timestamptz;
