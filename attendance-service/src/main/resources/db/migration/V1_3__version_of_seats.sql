-- Raised by everybody who decides about the event's seats: a decision that was made without the lock is written only
-- while the seats are as it found them.
alter table event_seats add column version bigint not null default 1;
