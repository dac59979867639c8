-- Looks through the tables while they are read and written.
alter table person validate constraint person_merged_whole;
alter table person validate constraint person_merged_into_another;
alter table person validate constraint person_identity_kind;
alter table person validate constraint person_identity_country;
alter table person validate constraint person_identity_country_form;
alter table task validate constraint task_kind;
