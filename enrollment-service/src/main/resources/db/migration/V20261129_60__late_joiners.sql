-- Who joins late is shown what is open at the retirement age (到龄缴费年限不足的告知), and the person acknowledges it.
select take_tables('person', 'application');

create table exits_shown (
    application_id uuid primary key references application (id),
    person_id      uuid not null references person (id),
    version        integer not null check (version >= 1),
    shown          jsonb not null,
    shown_on       date not null
);
create table exits_seen (
    application_id uuid primary key references exits_shown (application_id),
    version        integer not null check (version >= 1),
    seen_on        date not null,
    seen_at        timestamptz not null default now()
);
comment on table exits_shown is 'What the answer to an application showed a person who will have too few months at the age; the application says who acted';
comment on column exits_shown.version is 'Version of the words';
comment on column exits_shown.shown is 'Figures, words and articles as they were shown';
comment on table exits_seen is 'That the person acknowledged it; act says who acted and how the person confirmed';
