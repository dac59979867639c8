-- Who was reminded of which window before it closed (催缴提醒).

create table reminder (
    bill_id     uuid not null,
    person_id   uuid not null,
    closes_on   date not null,
    reminded_on date not null,
    primary key (bill_id)
);
comment on table reminder is 'append-only: one reminder per bill, for a bill is one window of one person. No foreign key: it would lock bills after the outbox, payments lock them before';
create trigger reminder_append_only before update or delete or truncate on reminder
    for each statement execute function refuse_change();
