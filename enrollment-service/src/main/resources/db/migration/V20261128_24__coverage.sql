-- Population feeds (全民参保数据): who should be insured, as other departments know it, compared with who is. What came in is kept only until it
-- is compared: then there are counts, and tasks for those who are not insured.
create table coverage_feed (
    feed_id        uuid primary key,
    area           text not null,
    as_of          date not null,
    digest         bytea not null check (octet_length(digest) = 32),
    parts          integer not null check (parts > 0),
    state          text not null default 'RECEIVING' check (state in ('RECEIVING', 'COMPARING', 'COMPARED')),
    received_on    date not null,
    created_issuer text not null,
    created_by     text not null,
    compared_on    date,
    insured        bigint,
    uninsured      bigint,
    tasks          bigint,
    constraint coverage_feed_once unique (area, as_of, digest),
    constraint coverage_feed_compared_whole check (
        (state = 'COMPARED') = (compared_on is not null) and (state = 'COMPARED') = (insured is not null)
        and (state = 'COMPARED') = (uninsured is not null) and (state = 'COMPARED') = (tasks is not null))
);
comment on column coverage_feed.digest is 'SHA-256 of the parts'' SHA-256 in hexadecimal, one after the other: the same file is the same feed';
comment on column coverage_feed.as_of is 'Day of which the file is; its communities are those of the tree on this day';

create table coverage_part (
    feed_id uuid not null references coverage_feed (feed_id),
    part    integer not null check (part > 0),
    digest  bytea not null check (octet_length(digest) = 32),
    lines   integer not null,
    primary key (feed_id, part)
);

-- A person of the file, sealed. The name is that of a task to come.
create table coverage_line (
    line_id        uuid not null,
    feed_id        uuid not null references coverage_feed (feed_id),
    part           integer not null,
    line           integer not null,
    community      text not null,
    identity_index bytea not null check (octet_length(identity_index) = 32),
    subject_name   bytea not null,
    subject_number bytea not null
);
create index coverage_line_person on coverage_line (feed_id, identity_index);
comment on table coverage_line is 'Lines of feeds that are not compared yet; then they are deleted';

create table coverage_wrong_line (
    feed_id uuid not null references coverage_feed (feed_id),
    part    integer not null,
    line    integer not null,
    reasons text[] not null check (cardinality(reasons) > 0),
    primary key (feed_id, part, line)
);
comment on table coverage_wrong_line is 'Which lines were not taken and why; nothing of what they said';
