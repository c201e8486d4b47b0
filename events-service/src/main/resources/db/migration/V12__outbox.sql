-- Messages to invited offices: what and to whom, and no address and no text, which are read at sending. "occasion" is
-- what a message is about: the version of the schedule that changed, 0 for an invitation. One is told of it once.
create table outbox (
    event_id     uuid        not null,
    message_id   uuid        not null,
    kind         text        not null,
    channel      text        not null check (channel in ('email', 'webhook')),
    subject_id   uuid        not null,
    occasion     bigint,
    created_at   timestamptz not null,
    not_before   timestamptz not null,
    attempts     integer     not null default 0,
    sent_at      timestamptz,
    given_up_at  timestamptz,
    failure      text,
    primary key (event_id, message_id)
);
create unique index outbox_once on outbox (event_id, subject_id, kind, channel, occasion);
create index outbox_due on outbox (not_before) where sent_at is null and given_up_at is null;

-- Rows are kept until some time after this.
create view outbox_event as select id as event_id, ends_at as ended_at from event;
