-- of a form that stands on several sheets: what was added to the row numbers of each sheet after the first
create table sheets_counted_on (
    submission_id integer not null,
    form varchar not null,
    sheet varchar not null,
    counted_on integer not null
);
