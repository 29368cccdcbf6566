-- one row per person and round that passes the filters, with the answers, scores and derived columns that are used
select
    scored.*{derived}
from (
    select
        narrowed.*{answers}{scores}
    from (
        select *
        from {rounds}
        where {filters}
    ) as narrowed
    left join {history} as answers
        on
            narrowed.submission_id = answers.submission_id
            and narrowed.sheet_row = answers.sheet_row
) as scored
