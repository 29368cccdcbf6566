-- of the cells with a warning, those explained in an earlier hand-in: the same row by its key, and the same answer in it.
-- What a manager sent back explains nothing any more.
select
    told.code,
    told.form,
    told.question,
    told.sheet_row,
    told.reason,
    told.answered_by,
    told.answered_at
from (
    select
        asked.code,
        asked.form,
        asked.question,
        asked.sheet_row,
        answered_cells.reason,
        answered_cells.answered_by,
        answered_cells.answered_at,
        row_number() over (
            partition by asked.code, asked.sheet_row
            order by answered_cells.answered_at desc, answered_cells.submission_id desc
        ) as newest
    from asked
    inner join after_{form} as after
        on asked.sheet_row = after.sheet_row
    inner join {history} as before
        on {same_key}
    inner join answered_cells
        on
            before.submission_id = answered_cells.submission_id
            and before.sheet_row = answered_cells.sheet_row
            and asked.code = answered_cells.code
            and asked.form = answered_cells.form
            and asked.question = answered_cells.question
    where
        asked.form = $form
        and asked.question = $question
        and before.{question} is not distinct from after.{question}
        and not exists (
            select 1
            from decisions
            where
                decisions.submission_id = answered_cells.submission_id
                and decisions.decision = 'sent_back'
        )
) as told
where told.newest = 1
