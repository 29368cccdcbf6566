-- what was set out to be reached, by indicator and country (none: the programme). The newest word counts, and none is changed
create table targets (
    indicator varchar not null,
    country varchar,
    baseline double not null,
    milestone double,
    target double not null,
    due_on date not null,
    set_by varchar not null,
    set_at timestamp not null
);
