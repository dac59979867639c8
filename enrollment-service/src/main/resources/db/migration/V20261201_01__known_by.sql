-- Whose row a document's number leads to: that of who is registered with it, or, where nobody is, of who has shown it first. Whoever
-- asks for somebody by a number asks this, so that nobody who is registered by a passport becomes another person by the number that
-- they were given later. The row may be of one who was merged.
create function known_by(asked bytea) returns table (person_id uuid) stable parallel safe rows 1 language sql as $$
    select p.id from person p where p.identity_index = asked
    union all
    (select p.id from person_document d join person p on p.id = d.person_id
     where d.number_index = asked and not exists (select from person owner where owner.identity_index = asked)
     order by p.registered_on, p.id limit 1)
$$;
