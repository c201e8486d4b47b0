-- A letter that has its number keeps the letterhead and the logo with which it was issued; null means
-- that it follows the agency's. No logo beside a letterhead means that it was issued without one.
alter table letter
    add column head jsonb,
    add column logo bytea;

update letter set head = letterhead.content, logo = letterhead.logo
from event join letterhead on letterhead.agency_id = event.agency_id
where event.id = letter.event_id
  and letter.content ->> 'number' is not null
  and letterhead.content is not null;
