-- An office that was entered twice: what is said of the merged one means the other. "moved_to" is whose invitation the
-- link of a withdrawn one opens; there is none where somebody withdrew it by hand.
alter table unit
    add column merged_into uuid;
create index unit_merged on unit (unit_id) include (merged_into) where merged_into is not null;
alter table invitation
    add column moved_to uuid;
