-- one row per key of the form: what the newest hand-in that stands says of it
select
    {columns}
from (
    select
        handed_in.*,
        row_number() over (
            partition by handed_in.country, {key}
            order by handed_in.submission_id desc, handed_in.sheet_row desc
        ) as newest
    from {history} as handed_in
    inner join standing
        on handed_in.submission_id = standing.submission_id
) as numbered
where newest = 1
