create table gig (
    gig_id          uuid primary key,
    employer_id     uuid not null references employer,
    inn_id          uuid references inn,
    title           text not null check (title <> ''),
    description     text not null,
    occupations     text[] not null check (cardinality(occupations) > 0),
    grams           text[] not null,
    pay_fen         bigint not null check (pay_fen > 0),
    pay_unit        text not null check (pay_unit in ('DAY', 'HOUR', 'PIECE', 'MONTH')),
    place           text not null check (place ~ '^[0-9]{6}$'),
    lat_micro       integer not null check (lat_micro between -90000000 and 90000000),
    lon_micro       integer not null check (lon_micro between -180000000 and 180000000),
    exact_lat_micro integer not null,
    exact_lon_micro integer not null,
    starts_on       date not null,
    ends_on         date not null check (ends_on >= starts_on),
    headcount       integer not null check (headcount > 0),
    taken           integer not null default 0 check (taken between 0 and headcount),
    posted_on       date not null,
    closed_on       date
);
create index gig_grams on gig using gin (grams) where closed_on is null;
create index gig_spot on gig using gist (point(lon_micro, lat_micro)) where closed_on is null;
create index gig_start on gig (starts_on, gig_id) where closed_on is null;
create index gig_of_employer on gig (employer_id, gig_id);
comment on table gig is '零工岗位';
comment on column gig.lat_micro is 'as everybody may see it: a household''s is blurred, so that nobody finds the home';
comment on column gig.taken is 'places accepted; never more than headcount';
comment on column gig.grams is 'single and neighbouring characters of the texts, by which they are found without spaces';
