-- A delegation (委托代办): a person names another one who may act for them, for some purposes, from a day until a day.
select take_tables('person', 'act', 'application');

create table delegation (
    delegation_id uuid primary key,
    person_id     uuid not null references person (id),
    delegate_id   uuid not null references person (id),
    purposes      text[] not null,
    from_day      date not null,
    until_day     date not null,
    granted_on    date not null,
    granted_at    timestamptz not null default now(),
    ended_on      date,
    ended_because text,
    constraint delegation_of_two check (delegate_id <> person_id),
    constraint delegation_purposes check (
        cardinality(purposes) > 0 and purposes <@ array['ENROLL', 'PAUSE', 'VIEW']),
    constraint delegation_days_in_order check (from_day >= granted_on and until_day >= from_day),
    constraint delegation_end_whole check ((ended_on is null) = (ended_because is null)),
    constraint delegation_ended_because check (ended_because in ('REVOKED', 'RENOUNCED', 'MERGED'))
);
create unique index delegation_granted_once on delegation (person_id, delegate_id, purposes, from_day, until_day)
    where ended_on is null;
create index delegation_delegate on delegation (delegate_id);
comment on table delegation is 'Who may act for whom; rows are ended, never deleted';
comment on column delegation.person_id is 'For whom the other may act';
comment on column delegation.delegate_id is 'Who may act; of one who was merged, the survivor may';
comment on column delegation.purposes is 'For what, in the order of the alphabet';
comment on column delegation.until_day is 'The last day on which it holds';
comment on column delegation.ended_on is 'Business day of its end before that; it ends at once, not with the day';
comment on column delegation.ended_because is 'REVOKED for the person, RENOUNCED for the delegate, MERGED: the person turned out to be another one';

create function has_died(asked uuid) returns boolean stable parallel safe language sql
return exists (select from ending e where e.kind = 'DIED' and e.person_id in (select same_person(asked)));

-- The delegation by which a login acts for a person, for a purpose, on a day; null: by none. This alone says what a delegation is
-- worth. None is worth anything while either of the two is dead.
create function acts_for(login_issuer text, login_subject text, principal uuid, purpose text, day date) returns uuid
stable parallel safe language sql as $$
    select d.delegation_id
    from login l
    join delegation d on d.person_id in (select same_person(principal)) and survivor_of(d.delegate_id) = l.person_id
    where l.issuer = login_issuer and l.subject = login_subject and l.person_id <> survivor_of(principal)
      and purpose = any (d.purposes) and day between d.from_day and d.until_day and d.ended_on is null
      and not has_died(d.person_id) and not has_died(d.delegate_id)
    order by d.until_day desc, d.delegation_id limit 1
$$;

-- What a delegate did says by which delegation.
alter table act add column delegation_id uuid references delegation (delegation_id);
alter table application add column delegation_id uuid references delegation (delegation_id);
comment on column act.delegation_id is 'By which the actor acted for the person; null: the person or a clerk acted';
comment on column application.delegation_id is 'By which the actor acted for the person; null: the person or a clerk acted';
