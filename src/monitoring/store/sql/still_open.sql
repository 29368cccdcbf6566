-- cells of a hand-in with a warning that nobody has explained, then or since
select
    open_warnings.code,
    open_warnings.form,
    open_warnings.question,
    open_warnings.sheet_row
from open_warnings
where
    open_warnings.submission_id = $submission
    and not exists (
        select 1
        from answered_cells
        where
            answered_cells.submission_id = open_warnings.submission_id
            and answered_cells.code = open_warnings.code
            and answered_cells.form = open_warnings.form
            and answered_cells.question = open_warnings.question
            and answered_cells.sheet_row = open_warnings.sheet_row
    )
order by open_warnings.form, open_warnings.question, open_warnings.code, open_warnings.sheet_row
