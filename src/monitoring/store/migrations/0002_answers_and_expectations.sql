-- why a warning is right, cell by cell, why a hand-in holds so much less, and quarters with nothing to report
create table warning_answers (
    submission_id integer not null,
    code varchar not null,
    form varchar not null,
    question varchar not null,
    cells integer not null,
    reason varchar not null,
    answered_by varchar not null,
    answered_at timestamp not null
);

create table answered_cells (
    submission_id integer not null,
    code varchar not null,
    form varchar not null,
    question varchar not null,
    sheet_row integer not null,
    reason varchar not null,
    answered_by varchar not null,
    answered_at timestamp not null
);

create table drop_reasons (
    submission_id integer not null,
    reason varchar not null
);

create table nothing_to_report (
    country varchar not null,
    quarter varchar not null,
    declared_by varchar not null,
    declared_at timestamp not null
);
