-- Work lists (待办): what is to be done at an organisation, until when, and by whom it is to be seen to once it is late.
create table task (
    task_id        uuid primary key,
    kind           text not null,
    organisation   text not null,
    held_by        text not null,
    person_id      uuid references person (id),
    reference      uuid,
    subject_name   bytea,
    subject_number bytea,
    subject_index  bytea,
    since          date not null,
    due_on         date,
    escalates_on   date,
    escalated_on   date,
    state          text not null default 'OPEN',
    outcome        text,
    done_on        date,
    done_issuer    text,
    done_by        text,
    constraint task_kind check (kind in ('COVERAGE_VISIT', 'ASSISTED_VISIT')),
    constraint task_state check (state in ('OPEN', 'DONE')),
    constraint task_about_somebody check ((person_id is null) <> (reference is null)),
    constraint task_subject_whole check (
        (subject_name is null) = (subject_number is null) and (subject_name is null) = (subject_index is null)),
    constraint task_done_whole check (
        (state = 'DONE') = (outcome is not null) and (state = 'DONE') = (done_on is not null)
        and (state = 'DONE') = (done_by is not null) and (state = 'DONE') = (done_issuer is not null)),
    constraint task_done_keeps_no_subject check (state = 'OPEN' or subject_name is null)
);
create unique index task_once on task (kind, reference) where reference is not null;
create unique index task_open_once on task (kind, subject_index) where state = 'OPEN';
create index task_at on task (organisation, state, task_id);
create index task_held on task (held_by, task_id) where state = 'OPEN';
create index task_late on task (escalates_on, task_id) where state = 'OPEN';
create index task_without_day on task (task_id) where state = 'OPEN' and escalates_on is null;

comment on table task is 'Tasks of organisations; a task that is done stays, without the name it was about';
comment on column task.organisation is 'Where it is to be done; who sees it follows from the tree of the day';
comment on column task.held_by is 'Who has to see to it: the organisation, or the one above that it came up to when it was late';
comment on column task.person_id is 'The registered person that it is about; null where it is about a reference';
comment on column task.reference is 'What else it is about: a line of a population feed';
comment on column task.subject_name is 'Sealed name of who is not registered, so that they can be found; gone when it is done';
comment on column task.subject_index is 'Blind index of the number: nobody is visited twice at once';
comment on column task.due_on is 'Last working day; null while the days off of that year are not announced';
comment on column task.escalates_on is 'Day from which it comes up to the next level; null at the top, or while that day is not known';

create table work_list_sweep (
    day       date primary key,
    escalated bigint not null,
    swept_at  timestamptz not null default clock_timestamp()
);
comment on table work_list_sweep is 'Business days on which late tasks came up';
