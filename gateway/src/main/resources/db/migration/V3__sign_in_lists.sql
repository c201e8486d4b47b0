-- What an account's owner is shown of each token and each session; the credential is in none of it.
alter table sign_in
    add column id uuid not null default gen_random_uuid(),
    add column name text,
    add column address text,
    add column last_used_at timestamptz;

create unique index sign_in_id on sign_in (id);
