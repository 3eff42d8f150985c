-- Whose worklist does not show the tasks of a business key, also of processes that start later.
create table workflow_hidden (
  account      bigint      not null,
  business_key varchar(64) not null,
  primary key (account, business_key)
);
create index workflow_instance_business_key on workflow_instance (business_key);
