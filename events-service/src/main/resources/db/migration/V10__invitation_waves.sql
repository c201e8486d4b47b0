-- Whom in the office is meant (null: its head), by when an answer is asked for, and in which sending it was last
-- written (0: it came with a copy of another event). The code is what somebody types who has no link at hand: ten
-- characters of Crockford's base32, so 50 random bits, each from one character of base64, two of which stand for each.
alter table invitation
    add column position  text,
    add column answer_by timestamptz,
    add column wave      int not null default 0,
    add column code      text collate "C" not null
        default translate(left(encode(sha256(uuid_send(gen_random_uuid())), 'base64'), 10),
                          'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
                          '0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456789ABCDEFGHJKMNPQRSTVWXYZ');
create unique index invitation_by_code on invitation (code);

-- Each sending that changed the roster.
create table invitation_wave (
    event_id  uuid        not null references event (id),
    number    int         not null,
    sent_at   timestamptz not null,
    sent_by   text        not null,
    answer_by timestamptz,
    added     bigint      not null,
    changed   bigint      not null,
    seats     bigint      not null,
    primary key (event_id, number)
);
-- What was invited before waves were counted is the first one.
insert into invitation_wave (event_id, number, sent_at, sent_by, added, changed, seats)
select event_id, 1, uuid_extract_timestamp(min(id::text)::uuid), '', count(*), 0, sum(seats)
from invitation
group by event_id;

update invitation set wave = 1;

-- How far a sending is that is under way. Written beside its transaction, which shows nothing before its end.
create unlogged table invitation_progress (
    event_id   uuid primary key,
    done       bigint      not null,
    total      bigint      not null,
    updated_at timestamptz not null
);
