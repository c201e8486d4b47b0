-- A begun enrolment lapses: whoever finds the browser an hour later does not finish what another began.
alter table second_factor add column begun_at timestamptz not null default now();
