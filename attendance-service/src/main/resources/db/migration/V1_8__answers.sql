-- Who in the office is meant, and by when an answer is asked for.
alter table invitation
    add column position  text,
    add column answer_by timestamptz;

-- What an invited office said by its link: its last word. That somebody is excused is an excuse as well, which counts
-- in reports.
create table answer (
    event_id    uuid        not null,
    unit_id     uuid        not null,
    answer      text        not null check (answer in ('coming', 'sending', 'excused')),
    name        text,
    position    text,
    reason      text check (reason in ('izin', 'dinas-luar', 'sakit')),
    note        text,
    late        boolean     not null,
    answered_at timestamptz not null,
    primary key (event_id, unit_id),
    check ((answer = 'excused') = (reason is not null))
);
