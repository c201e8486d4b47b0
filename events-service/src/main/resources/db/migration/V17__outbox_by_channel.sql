-- Each channel is asked by itself for what is due: a mailing that waits on one is nothing to read through for another.
drop index outbox_due;
create index outbox_due on outbox (channel, not_before) where sent_at is null and given_up_at is null;

-- Who was on the roster of a published event before Hadir wrote letters was invited by other ways, and is not to get
-- one because somebody else is invited later; of changes they are told. Rosters of drafts are told when they are
-- published.
insert into outbox (event_id, message_id, kind, channel, subject_id, occasion, created_at, not_before, given_up_at, failure)
select i.event_id, uuidv7(), 'invited', c.channel, i.unit_id, 0, now(), now(), now(), 'nothing-to-send'
from invitation i
join event e on e.id = i.event_id and e.status <> 'draft'
cross join (values ('email'), ('webhook')) as c (channel)
where not i.withdrawn and uuid_extract_timestamp(i.id) < (select installed_on from flyway_schema_history where version = '12')
on conflict do nothing;
