-- Events that belong together: repeated by a rule, or the stages of one undertaking (then without a rule).
create table series (
    id         uuid        primary key,
    rrule      text,
    created_at timestamptz not null
);

create table series_member (
    event_id  uuid primary key references event (id) on delete cascade,
    series_id uuid not null references series (id),
    number    int  not null check (number >= 1),
    stage     text,
    unique (series_id, number)
);
