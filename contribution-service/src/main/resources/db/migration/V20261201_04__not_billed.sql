-- A month that a plan asks for and that the law does not let be billed any more, as when the lower limit of a new year is above the
-- base that was chosen (缴费基数低于新下限): whoever does not choose again loses the month, so whose it is is told.
create table not_billed (
    plan_id   uuid   not null,
    month     date   not null check (extract(day from month) = 1),
    person_id uuid   not null,
    scheme    text   not null,
    reasons   text[] not null check (reasons <> '{}'),
    found_on  date   not null,
    told_on   date,
    primary key (plan_id, month)
);
create index not_billed_of_person on not_billed (person_id);
create index not_billed_untold on not_billed (person_id) where told_on is null;
comment on table not_billed is 'found by a billing run; told by the next run of reminders. Billed after all, the row stays and is shown no more';
comment on column not_billed.reasons is 'codes, as the billing run counts them';
