-- version grows with each change of an account: a sign-in that began before one comes to nothing.
alter table account
    add column version bigint not null default 1,
    add column last_sign_in_at timestamptz;
