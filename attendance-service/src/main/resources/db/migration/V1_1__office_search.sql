-- Offices are found by the beginnings of the words of their name or of their head's title.
alter table unit
    add column words tsvector not null
    generated always as (to_tsvector('simple'::regconfig, name || ' ' || coalesce(head_title, ''))) stored;
create index unit_by_words on unit using gin (words);
