-- What runs, where it stands, who must do what next: our own tables, so that the engine keeps no
-- history and a worklist costs the same at a thousand cases and at a hundred thousand.

create table workflow_instance (
  id uuid primary key,                    -- the engine's id of the process instance
  process_id varchar(64) not null,
  business_key varchar(64) not null,
  subject_sealed bytea,
  started_at timestamptz not null,
  ended_at timestamptz,
  constraint workflow_instance_key unique (process_id, business_key)
);

create table workflow_step (
  id bigint generated always as identity primary key,
  instance_id uuid not null references workflow_instance (id),
  element varchar(64) not null,
  type varchar(32) not null,
  engine_ref varchar(128) not null,       -- which visit of the element; 'await' before an asynchronous one
  engine_task varchar(64),
  form varchar(128),
  team varchar(200),                      -- the roles that may do it, sorted: 'CASE_HANDLER,COORDINATOR'
  due_at timestamptz,
  due_key timestamptz not null default 'infinity',
  assignee bigint,
  entered_at timestamptz not null,
  left_at timestamptz,
  cancelled boolean not null default false,
  by_account bigint
);

create index workflow_step_of_instance on workflow_step (instance_id);
-- one row per open task in each; a page is a walk along the index from the last key
create index workflow_step_of_team on workflow_step (team, due_key, id)
  where left_at is null and team is not null;
create index workflow_step_of_account on workflow_step (assignee, due_key, id)
  where left_at is null and assignee is not null;

-- How far the application's clock is ahead of the real one: only the demo city moves it.
create table workflow_clock (
  id smallint primary key check (id = 1),
  ahead_millis bigint not null
);
insert into workflow_clock (id, ahead_millis) values (1, 0);
