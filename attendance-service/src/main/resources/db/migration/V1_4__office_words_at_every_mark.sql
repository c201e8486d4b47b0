-- "Kecamatan Tiro/Truseb" has three words: PostgreSQL would take what is around a slash for one, a path.
drop index unit_by_words;
alter table unit drop column words;
alter table unit
    add column words tsvector not null
    generated always as (
        to_tsvector('simple'::regconfig, regexp_replace(name || ' ' || coalesce(head_title, ''), '[^[:alnum:]]+', ' ', 'g'))
    ) stored;
create index unit_by_words on unit using gin (words);
