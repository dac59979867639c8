-- What a place's agency has confirmed by hand of the tables that its residents pay by (城乡居民缴费档次和补贴标准).

create table resident_table (
    province     text    not null check (province ~ '^[0-9]{2}0000$'),
    year         integer not null check (year between 1000 and 9999),
    title        text    not null check (title ~ '\S' and length(title) <= 200),
    number       text    not null check (number ~ '\S' and length(number) <= 100),
    published    date    not null,
    confirmed_on date    not null,
    primary key (province, year)
);
comment on table resident_table is 'append-only: the tables of a year as the rules carry them are those of this document; until then what is uncertain in them is neither charged nor added';
comment on column resident_table.confirmed_on is 'business day; by whom is in the audit';
create trigger resident_table_append_only before update or delete or truncate on resident_table
    for each statement execute function refuse_change();
