-- What an agency's letters begin and end with; null means nobody wrote it yet.
create table letterhead (
    agency_id uuid primary key references agency (id),
    content   jsonb,
    logo      bytea
);

-- The letters of an event: the invitation is issue 0, each change of time or place and a cancelling are
-- further ones. "content" is what somebody typed; what is missing in it is proposed anew each time.
create table letter (
    event_id uuid  not null references event (id),
    issue    int   not null,
    content  jsonb not null,
    primary key (event_id, issue)
);

-- The last number that an agency's letters of a year took. The row is what two who ask at once wait for.
create table letter_count (
    agency_id uuid not null references agency (id),
    year      int  not null,
    last      int  not null,
    primary key (agency_id, year)
);
