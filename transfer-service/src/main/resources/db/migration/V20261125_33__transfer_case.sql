-- The transfers of this cell (关系转移接续), each as one side of it; the other side is in another cell's database.

create table transfer_case (
    case_id     uuid not null,
    partner     text not null check (partner ~ '^[0-9]{2}0000$'),
    side        text check (side in ('IN', 'OUT')),
    person_id   uuid,
    old_place   text check (old_place ~ '^[0-9]{6}$'),
    new_place   text check (new_place ~ '^[0-9]{6}$'),
    status      text,
    state       jsonb,
    open        boolean not null default false,
    opened_on   date,
    day         date,
    explanation jsonb,
    primary key (case_id, partner),
    constraint all_of_a_case_or_nothing check (
        num_nulls(side, person_id, old_place, new_place, status, state, opened_on, day) in (0, 8)),
    constraint open_is_a_case check (not open or side is not null)
);
create unique index transfer_case_once on transfer_case (case_id) where side is not null;
create unique index transfer_open_once on transfer_case (person_id) where open;
create index transfer_case_of_person on transfer_case (person_id, case_id);
create index transfer_case_day on transfer_case (day, case_id) where open;
comment on table transfer_case is 'one row per case and partner; without a side: a letter opened no case, and only its messages are remembered';
comment on column transfer_case.partner is 'the province of the other side; what another province writes of the case is another row, and never this case';
comment on column transfer_case.state is 'the state of the domain; it holds no number and no name';
comment on column transfer_case.day is 'the business day up to which deadlines have been looked at';
comment on column transfer_case.explanation is 'how the law decided the application; new place only';

-- What the two cells wrote to each other: the correspondence of a case, without the documents.
create table transfer_message (
    case_id     uuid    not null,
    partner     text    not null,
    direction   text    not null check (direction in ('SENT', 'RECEIVED')),
    sequence    integer not null check (sequence > 0),
    document    text    not null check (document ~ '^TR[0-9]{2}$'),
    dated       date    not null,
    verdict     text check (verdict in ('ACCEPTED', 'REJECTED')),
    reasons     text[]  not null default '{}',
    answered_on date,
    primary key (case_id, partner, direction, sequence),
    foreign key (case_id, partner) references transfer_case,
    check ((verdict is null) = (answered_on is null)),
    check (direction = 'SENT' or verdict is not null),
    check ((verdict is not distinct from 'REJECTED') = (cardinality(reasons) > 0))
);
comment on column transfer_message.verdict is 'of one that was received: what this side answered, once and for ever; of one that was sent: what was heard';

-- What clerks have to look at (待办).
create table transfer_task (
    task_id    uuid primary key,
    case_id    uuid not null,
    task       text not null,
    reasons    text[] not null,
    place      text not null check (place ~ '^[0-9]{6}$'),
    since      date not null,
    due_on     date,
    done_on    date,
    done_by    text
);
create unique index transfer_task_once on transfer_task (case_id, task) where done_on is null;
create index transfer_task_open on transfer_task (task_id) where done_on is null;
create index transfer_task_of_place on transfer_task (place text_pattern_ops, task_id) where done_on is null;
create index transfer_task_of_case on transfer_task (case_id);
comment on column transfer_task.place is 'whose agency has to do it: the old or the new place of the case';
comment on column transfer_task.done_by is 'the clerk who ended it by hand; null: the case went on';

-- What the person is told (告知).
create table transfer_news (
    news_id   uuid primary key,
    case_id   uuid not null,
    news      text not null,
    told_on   date not null
);
create index transfer_news_of_case on transfer_news (case_id, news_id);
