-- Attendees are told of changes and reminded. "occasion" is what a message is about, by a number: the version of the
-- event that changed, the start that it reminds of. One is told of it once; tickets, which have none, as often as asked.
alter table outbox
    drop constraint outbox_channel_check,
    add check (channel in ('email', 'webhook')),
    add column occasion bigint;
create unique index outbox_once on outbox (event_id, subject_id, kind, channel, occasion);

-- Rows are kept until some time after this.
create view outbox_event as select event_id, ended_at from event;

-- "sequence" is that of the event's calendar entry; "earlier" the time and place that the last change replaced.
alter table event
    add column sequence integer not null default 0,
    add column earlier jsonb;
create index event_by_start on event (coalesce(starts_at, event_date::timestamp at time zone 'Asia/Jakarta'))
    where status = 'published';

-- Who wants no reminders any more.
create table reminder_stop (
    event_id        uuid        not null,
    registration_id uuid        not null,
    stopped_at      timestamptz not null,
    primary key (event_id, registration_id)
);
