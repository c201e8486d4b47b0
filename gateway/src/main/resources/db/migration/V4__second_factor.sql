-- The secret of an authenticator app, sealed (hadir.secret-key). A code is good once: last_step is that of the last one.
create table second_factor (
    account_id uuid primary key references account on delete cascade,
    secret bytea not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
);

create table recovery_code (
    account_id uuid references second_factor on delete cascade,
    code_hash bytea,
    used_at timestamptz,
    primary key (account_id, code_hash)
);

-- Who has given the right password and not yet the code: nobody, until then.
create table pending_sign_in (
    credential_hash bytea primary key,
    account_id uuid not null references account on delete cascade,
    version bigint not null,
    tries integer not null default 0,
    expires_at timestamptz not null
);

create index pending_sign_in_expires_at on pending_sign_in (expires_at);

-- Seals the secrets where the operator gives no key: then a stolen backup opens them, as it does the signing keys.
create table secret_key (
    id integer primary key check (id = 1),
    key bytea not null,
    created_at timestamptz not null
);

alter table sign_in add column second_factor boolean not null default false;
