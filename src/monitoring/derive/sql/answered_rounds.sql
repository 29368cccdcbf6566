-- one row per person and round, with the answers that are used
select
    narrowed.*{answers}
from (
{rounds}
) as narrowed
left join {history} as answers
    on
        narrowed.submission_id = answers.submission_id
        and narrowed.sheet_row = answers.sheet_row
