-- one row per row that a figure looks at: in which hand-in and row it was told, whether it counts, and its own part in it
select
    {survivor_key} as survivor_key,
    '{form}' as form,
    submission_id,
    sheet_row,
    came_due as is_due,
    coalesce(was_interviewed, false) as was_interviewed,
    coalesce({counted}, false) as is_counted,
    cast({part} as double precision) as part
from (
    select
        told.*,
        {is_due} as came_due
    from (
{rows}
    ) as told
) as looked_at
where {speaks}
