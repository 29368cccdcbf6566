-- where in an office's workbook the answers to each question stood: `columns` is `question=C question=AA`
create table sheets_handed_in (
    submission_id integer not null,
    form varchar not null,
    sheet varchar not null,
    columns varchar not null
);
