-- Registers that other systems kept (数据移交): files in parts, each taken whole or not at all. What they said of persons stands in person and
-- relation; here is only what was taken, and which lines were not.
create table takeover (
    takeover_id    uuid primary key,
    area           text not null check (area ~ '^[0-9]{6}$'),
    origin         text not null check (origin ~ '^[A-Z0-9-]{1,44}$'),
    parts          integer not null check (parts > 0),
    begun_on       date not null,
    created_issuer text not null,
    created_by     text not null
);
comment on column takeover.area is 'In which all places of enrollment of the file lie, GB/T 2260';
comment on column takeover.origin is 'Which system kept them, by a code that is nobody''s number or name';

create table takeover_part (
    takeover_id uuid not null references takeover (takeover_id),
    part        integer not null check (part > 0),
    digest      bytea not null check (octet_length(digest) = 32),
    lines       integer not null,
    wrong       integer not null default 0,
    persons     integer not null default 0,
    known       integer not null default 0,
    relations   integer not null default 0,
    primary key (takeover_id, part)
);
comment on column takeover_part.digest is 'SHA-256: the same part again is the same part';
comment on column takeover_part.persons is 'Who were not known before';
comment on column takeover_part.known is 'Lines of persons who were known already';

create table takeover_wrong_line (
    takeover_id uuid not null references takeover (takeover_id),
    part        integer not null,
    line        integer not null,
    reasons     text[] not null check (cardinality(reasons) > 0),
    primary key (takeover_id, part, line)
);
comment on table takeover_wrong_line is 'Which lines were not taken and why; nothing of what they said';
