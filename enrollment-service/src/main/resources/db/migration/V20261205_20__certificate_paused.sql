-- A certificate tells which months of the relation are paused (中断缴费), and holds no more when these change.

alter table certificate
    add column paused text not null default '',
    drop constraint certificate_once,
    add constraint certificate_once unique nulls not distinct (relation_id, payer, from_month, to_month, paused);
comment on column certificate.paused is 'Paused months as first/last, the last absent while there is no end, with spaces between; empty: none';
