-- Signals (异常线索): many persons' enrollments have one phone, terminal or clerk behind them. It may be a family, a village hall, or
-- somebody who sells places at a sham employer (挂靠); a clerk looks. Nothing is refused because of one.
create table signal (
    signal_id         uuid primary key,
    kind              text not null,
    subject           text not null,
    area              text not null,
    persons           bigint not null check (persons > 0),
    enrollments       bigint not null check (enrollments >= persons),
    first_on          date not null,
    last_on           date not null,
    threshold_from    date not null,
    threshold_persons integer not null,
    threshold_days    integer not null,
    threshold_status  text not null,
    seen_on           date not null,
    constraint signal_kind check (kind in ('PHONE', 'DEVICE', 'OPERATOR')),
    constraint signal_area check (area ~ '^[0-9]{6}$'),
    constraint signal_status check (threshold_status in ('official', 'derived', 'uncertain')),
    constraint signal_days_in_order check (first_on <= last_on)
);
create index signal_at on signal (area, signal_id);
create index signal_subject on signal (kind, subject);

comment on table signal is 'What was noticed of enrollments; how it ended stands in its task';
comment on column signal.subject is 'What is behind them: blind index of the phone, number of the terminal, issuer and subject of the clerk';
comment on column signal.area is 'The smallest area (GB/T 2260) in which all enrollments lay when it was noticed';
comment on column signal.threshold_from is 'Which entry of signals.yaml made it, with its figures';
comment on column signal.seen_on is 'Business day on which it was noticed; an open one grows after it';

create table signal_enrollment (
    signal_id      uuid not null references signal (signal_id),
    application_id uuid not null references application (id),
    primary key (signal_id, application_id)
);
comment on table signal_enrollment is 'The enrollments that a signal is about';
