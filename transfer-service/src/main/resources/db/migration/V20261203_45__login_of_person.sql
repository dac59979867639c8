-- Who is merged shares logins: they are asked for by person.
create index login_of_person on login (person_id);
