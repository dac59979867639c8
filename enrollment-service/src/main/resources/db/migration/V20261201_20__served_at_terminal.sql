-- Whom a bank's terminal served: who showed number and name there and confirmed it. On that day the terminal reaches the person.
select take_tables('person');

create table served_at_terminal (
    person_id uuid not null references person (id),
    bank      text not null,
    terminal  text not null,
    served_on date not null,
    primary key (person_id, bank, terminal)
);
comment on table served_at_terminal is 'Persons whom a terminal of a bank (社银合作网点、自助终端) served, and when last';
comment on column served_at_terminal.served_on is 'Business day on which the person was there last; on another day the terminal reaches nobody';
