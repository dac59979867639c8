-- What signals look through: the accepted applications of some days. Applications wait while it is built, and are read.
create index application_accepted on application (decided_on) include (person_id, place) where outcome = 'ACCEPTED';
