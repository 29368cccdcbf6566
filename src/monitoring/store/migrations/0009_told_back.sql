-- what changed because of what people said, as staff tell it on the page back to survivors; the newest word counts, none is changed
create table told_back (
    country varchar,
    language varchar not null,
    place integer not null,
    sentence varchar not null,
    told_by varchar not null,
    told_at timestamp not null
);
