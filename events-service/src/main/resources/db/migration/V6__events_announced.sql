-- Whether an event was ever published. Of those that are cancelled now, the feed still knows.
alter table event add column announced boolean not null default false;
update event
set announced = true
where status = 'published'
   or status = 'cancelled'
      and id::text in (select subject from feed_entry
                       where type = 'event.changed' and data ->> 'status' = 'published');
alter table event alter column announced drop default;
