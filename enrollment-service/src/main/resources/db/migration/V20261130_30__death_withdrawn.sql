-- That a death was recorded by mistake is a fact, too: the row stays, and counts as if it had never been told. Whoever really dies later
-- has a row more.
alter table ending
    add column recorded_issuer text,
    add column recorded_subject text,
    add column withdrawn_on date,
    add column withdrawn_because text,
    add column withdrawn_evidence text,
    add constraint ending_recorder_whole check ((recorded_issuer is null) = (recorded_subject is null)) not valid,
    add constraint ending_withdrawn_whole check (num_nonnulls(withdrawn_on, withdrawn_because, withdrawn_evidence) in (0, 3)) not valid,
    add constraint ending_withdrawn_is_death check (withdrawn_on is null or kind = 'DIED') not valid,
    add constraint ending_withdrawn_because check (
        withdrawn_because in ('ANOTHER_PERSON', 'CERTIFICATE_VOID', 'DECLARATION_REVOKED', 'ENTRY_ERROR')) not valid,
    add constraint ending_withdrawn_evidence check (
        withdrawn_evidence ~ '^[0-9A-Za-z/-]{1,64}$' and withdrawn_evidence !~ '[0-9]{11}') not valid;
comment on column ending.recorded_subject is 'Who recorded it, by recorded_issuer; null: recorded before this was kept';
comment on column ending.withdrawn_on is 'Business day on which the record of a death was withdrawn; null: it holds';
comment on column ending.withdrawn_because is 'ANOTHER_PERSON, CERTIFICATE_VOID, DECLARATION_REVOKED: the court''s declaration of death; ENTRY_ERROR';
comment on column ending.withdrawn_evidence is 'Number of the document that shows it; never a person''s number or name';

create or replace function has_died(asked uuid) returns boolean stable parallel safe language sql
return exists (select from ending e where e.kind = 'DIED' and e.withdrawn_on is null and e.person_id in (select same_person(asked)));
