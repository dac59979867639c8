-- Who was registered before the triggers were there. It locks nobody: who is registered or changed meanwhile is in it by the triggers.
insert into person_uncompared (person_id) select id from person on conflict do nothing;
