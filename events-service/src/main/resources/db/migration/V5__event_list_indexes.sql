-- Lists of one type, of drafts and of what is cancelled go by time too; the latter two are few among all.
create index event_by_type on event (type, begins_at, id);
create index event_drafts on event (begins_at, id) where status = 'draft';
create index event_cancelled on event (begins_at, id) where status = 'cancelled';
