-- The areas are told to other services from now on; here those that are known already.
insert into outbox (id, aggregatetype, aggregateid, type, payload)
select uuidv7(), 'enrollment.person', person_id, 'enrollment.person-area-added.v1',
       json_build_object('personId', person_id, 'place', place)::text
from (select distinct person_id, place from person_area) known
order by person_id, place;
