-- Each channel is asked by itself for what is due: a mailing that waits on one is nothing to read through for another.
drop index outbox_due;
create index outbox_due on outbox (channel, not_before) where sent_at is null and given_up_at is null;
