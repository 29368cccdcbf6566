-- hand-ins, what was decided of each, and who is known under which number
create table submissions (
    submission_id integer not null,
    country varchar not null,
    file varchar not null,
    fingerprint varchar not null,
    handed_in_by varchar not null,
    handed_in_at timestamp not null,
    row_count integer not null,
    new_rows integer not null,
    changed_rows integer not null,
    unchanged_rows integer not null,
    missing_rows integer not null,
    warnings integer not null
);

create table decisions (
    submission_id integer not null,
    decision varchar not null,
    decided_by varchar not null,
    decided_at timestamp not null,
    reason varchar
);

create table people_known (
    survivor_key integer not null,
    country varchar not null,
    survivor_id varchar not null
);

create table consent_ended (
    country varchar not null,
    survivor_id varchar not null
);

create table notes (
    name varchar not null,
    value varchar not null
);
