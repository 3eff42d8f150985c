-- Keys inside the house; blocks of 50 per node. Outside, records are known by their public numbers.
create sequence shared_id increment by 50;
