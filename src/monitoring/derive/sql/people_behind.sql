-- one row per person followed: in which hand-in and row they were told, and whether they count; not what became of them
{followed}

select
    survivor_key,
    'survivors' as form,
    submission_id,
    sheet_row,
    true as is_due,
    was_interviewed,
    coalesce(is_counted, false) as is_counted,
    cast(null as double precision) as part
from measured
