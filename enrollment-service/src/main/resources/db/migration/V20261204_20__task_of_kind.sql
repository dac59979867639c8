-- A city's list is read in the order of its tasks; those of a kind of which there are few among millions are found at once.
create index task_of_kind on task (kind, state, task_id);
