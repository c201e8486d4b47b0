-- What was typed into the form of an event and is not saved yet: of each account one for each form, which is named
-- by the event's id, or "baru". "typed" is the form's fields by their names.
create table form_draft (
    account  text        not null,
    form     text        not null,
    typed    jsonb       not null,
    saved_at timestamptz not null,
    primary key (account, form)
);
create index form_draft_by_age on form_draft (saved_at);
