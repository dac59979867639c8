-- Looks through the tables while they are read and written.
alter table relation validate constraint relation_closed_because;
alter table relation validate constraint relation_of_employment_is_injury;
alter table relation validate constraint relation_bridged_whole;
alter table employment validate constraint employment_withdrawn_is_declared;
alter table employment validate constraint employment_schemes;
alter table application validate constraint application_confirmation_whole;
alter table application validate constraint application_confirmed_by;
