-- Codes sort by bytes (collate "C"): "the region and all below it" is then a range of an index.
create extension if not exists pg_trgm;

create table region (
    code   text collate "C" primary key,
    name   text not null,
    level  text not null check (level in ('province', 'regency', 'district', 'village')),
    parent text collate "C"
);

-- An office that can be invited. Its identity is the folded name without the word for its kind, so that
-- "Kec. Baros" and "Kecamatan Baros" are one. "place" is the region code, empty for the whole country.
create table unit (
    id          uuid primary key,
    name        text        not null,
    kind        text        not null check (kind in ('pemda-provinsi', 'pemda-kabupaten-kota', 'opd', 'kecamatan',
                                                     'kelurahan', 'desa', 'desa-adat', 'instansi')),
    region_code text collate "C",
    place       text collate "C" not null generated always as (coalesce(region_code, '')) stored,
    identity    text collate "C" not null,
    folded_name text        not null,
    head_title  text,
    folded_head text,
    search      text        not null generated always as (' ' || folded_name || coalesce(' ' || folded_head, '')) stored,
    email       text,
    phone       text,
    parent_id   uuid,
    active      boolean     not null default true,
    revision    bigint      not null default 1,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);
