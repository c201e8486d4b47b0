create table account (
    id uuid primary key,
    username text not null check (length(username) between 3 and 64),
    name text not null,
    role text not null check (role in ('admin', 'organiser', 'desk', 'official')),
    agency_id text,
    agency_name text,
    region_code text,
    password_hash text not null,
    active boolean not null default true,
    created_at timestamptz not null
);

create unique index account_username on account (lower(username));

-- One row for each bearer token and each browser session. Only the SHA-256 of the credential is kept:
-- it is 256 random bits, so a fast hash is enough, and a stolen table opens nothing.
create table sign_in (
    credential_hash bytea primary key,
    kind text not null check (kind in ('token', 'session')),
    account_id uuid not null references account on delete cascade,
    csrf_token text check ((kind = 'session') = (csrf_token is not null)),
    created_at timestamptz not null,
    expires_at timestamptz not null
);

create index sign_in_expires_at on sign_in (expires_at);
create index sign_in_account on sign_in (account_id);

-- Attempts to sign in since the last success, by user name and by address ("username:siti", "address:10.0.0.7").
create table sign_in_attempt (
    key text primary key,
    failures integer not null,
    last_at timestamptz not null,
    blocked_until timestamptz not null
);

create index sign_in_attempt_last_at on sign_in_attempt (last_at);

-- The private part is readable to whoever reads this database, who could as well write himself an admin account.
create table signing_key (
    kid text primary key,
    jwk text not null,
    created_at timestamptz not null
);
