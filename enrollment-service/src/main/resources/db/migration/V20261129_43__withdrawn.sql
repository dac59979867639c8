-- What an employer declared by mistake: a fact, too. Its months are reckoned as if it had never been.
alter table employment
    add column withdrawn_on date,
    add constraint employment_withdrawn_is_declared check (withdrawn_on is null or origin = 'DECLARED') not valid;
comment on column employment.withdrawn_on is 'Business day on which its employer took it back; null: it is an employment';
