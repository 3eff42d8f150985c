-- Keys inside the house; blocks of 1000 per node (the mapping takes a value as the end of its block, so the first is 1000).
-- Outside, records are known by their public numbers.
create sequence shared_id increment by 1000 start with 1000;
