-- An office that was entered twice: whoever holds the link or code of the merged one comes to the other's invitation.
alter table invitation
    add column moved_to uuid references unit (id);
create index invitation_moved on invitation (moved_to) where moved_to is not null;
create index unit_merged on unit (merged_into) where merged_into is not null;
