-- An instansi may be of the whole country; it has no region.
alter table unit_copy alter column region_code drop not null;
