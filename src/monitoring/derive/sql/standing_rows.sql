-- one row per key of the form: what the newest hand-in that stands says of it.
-- A hand-in holds each key once, so its number and the key find the row; ranking whole rows would copy them all.
select
    {columns}
from {history} as handed_in
inner join (
    select
        all_rows.country,
        {key},
        max(all_rows.submission_id) as submission_id
    from {history} as all_rows
    inner join standing
        on all_rows.submission_id = standing.submission_id
    group by all_rows.country, {key}
) as newest
    on
        handed_in.submission_id = newest.submission_id
        and handed_in.country = newest.country
        and {same_key}
