-- cells with a warning that nobody had explained when they were handed in: they can be until the hand-in is accepted
create table open_warnings (
    submission_id integer not null,
    code varchar not null,
    form varchar not null,
    question varchar not null,
    sheet_row integer not null
);
