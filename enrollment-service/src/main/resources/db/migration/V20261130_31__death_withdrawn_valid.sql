-- Of the deaths of a person one holds. In a file of its own: it looks through the table.
create unique index ending_died_once_now on ending (person_id) where kind = 'DIED' and withdrawn_on is null;

alter table ending validate constraint ending_recorder_whole;
alter table ending validate constraint ending_withdrawn_whole;
alter table ending validate constraint ending_withdrawn_is_death;
alter table ending validate constraint ending_withdrawn_because;
alter table ending validate constraint ending_withdrawn_evidence;

-- Who recorded a death until now stands in the audit, written in the same transaction.
update ending e set recorded_issuer = done.issuer, recorded_subject = done.actor
from (select distinct on (d.ending_id) d.ending_id, a.issuer, a.actor
      from ending d join audit a on a.subject_id = d.person_id and a.action = 'standing.end' and a.at >= d.recorded_at
      where d.kind = 'DIED' order by d.ending_id, a.at) done
where e.ending_id = done.ending_id;

drop index ending_died_once;
