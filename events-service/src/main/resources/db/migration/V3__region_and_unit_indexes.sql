-- After the first load: an index is built faster over rows that are there.
alter table region add foreign key (parent) references region (code);
create index region_below on region (coalesce(parent, ''), code);

alter table unit add foreign key (region_code) references region (code);
alter table unit add foreign key (parent_id) references unit (id);
create unique index unit_identity on unit (kind, place, identity);
create index unit_by_place on unit (place, identity, id);
create index unit_by_name on unit (identity, place, id);
create index unit_search on unit using gin (search gin_trgm_ops);
analyze region;
analyze unit;

-- The other services begin with all units that are there.
insert into feed_entry (type, subject, data)
select 'units.changed', chunk::text, jsonb_build_object('units', jsonb_agg(jsonb_build_object(
           'id', id, 'name', name, 'kind', kind, 'regionCode', region_code, 'headTitle', head_title,
           'active', active, 'revision', revision) order by id))
from (select unit.*, (row_number() over (order by id) - 1) / 1000 as chunk from unit) as numbered
group by chunk
order by chunk;
