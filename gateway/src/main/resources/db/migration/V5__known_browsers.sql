-- Browsers in which an account has signed in before: strangers who guess at it do not slow them down.
create table known_browser (
    credential_hash bytea,
    account_id uuid references account on delete cascade,
    seen_at timestamptz not null,
    primary key (credential_hash, account_id)
);

create index known_browser_seen_at on known_browser (seen_at);

-- From now on by the hash of the user name: people type passwords into that field.
delete from sign_in_attempt where key like 'username:%';
