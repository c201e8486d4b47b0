-- An account of an identity provider is known by issuer and subject, never by its user name, and has no password here.
alter table account
    alter column password_hash drop not null,
    add column oidc_issuer text,
    add column oidc_subject text,
    add constraint account_one_per_subject unique (oidc_issuer, oidc_subject),
    add constraint account_has_one_way_in check (
        (oidc_issuer is null) = (oidc_subject is null) and (password_hash is null) = (oidc_subject is not null));

-- Who has been sent to the provider and has not come back: any replica may be the one that is come back to.
create table oidc_request (
    hash bytea primary key,
    request jsonb not null,
    expires_at timestamptz not null
);

create index oidc_request_expires_at on oidc_request (expires_at);

-- What signing out at both ends needs: the provider's name of the session, and its ID token, sealed (hadir.secret-key).
create table oidc_session (
    sign_in_id uuid primary key references sign_in (id) on delete cascade,
    sid text,
    id_token bytea not null
);

create index oidc_session_sid on oidc_session (sid);

-- Logout tokens that have been obeyed: each is good once.
create table oidc_logout (
    hash bytea primary key,
    expires_at timestamptz not null
);
