-- What organisers keep of an office besides its name; only they see it. "folded_name" holds the earlier names
-- too, so that an office is found by them.
alter table unit
    add column contact_name     text,
    add column contact_position text,
    add column merged_into      uuid references unit (id);

create table unit_name_history (
    unit_id uuid        not null references unit (id),
    name    text        not null,
    until   timestamptz not null default now(),
    primary key (unit_id, until)
);

create index unit_below on unit (parent_id, identity, id);
create index unit_inactive on unit (place, identity, id) where not active;
