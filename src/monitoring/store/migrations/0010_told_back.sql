-- what changed because of what people said, as staff tell it to survivors. The newest word counts, and none is changed
create table told_back (
    country varchar,
    language varchar not null,
    place integer not null,
    sentence varchar not null,
    told_by varchar not null,
    told_at timestamp not null
);
