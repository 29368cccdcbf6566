-- what an office said of headings that we do not know: where there is no question, it is none of ours
create table heading_answers (
    country varchar not null,
    form varchar not null,
    heading varchar not null,
    question varchar,
    said_by varchar not null,
    said_at timestamp not null
);
