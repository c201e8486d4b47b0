-- An instansi may be of the whole country; it has no region.
alter table unit alter column region_code drop not null;
