-- Keys inside the house; blocks of 50 per node (the mapping takes a value as the end of its block, so the first is 50).
-- Outside, records are known by their public numbers.
create sequence shared_id increment by 50 start with 50;
