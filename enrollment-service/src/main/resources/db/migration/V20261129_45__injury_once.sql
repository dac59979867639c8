create unique index relation_injury_once on relation (employment_id) where employment_id is not null;
