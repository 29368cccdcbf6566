-- one row per row of a form that is about no person
select
    handed_in.country,
    cast(null as varchar) as provider,
    cast(null as boolean) as was_interviewed,
    handed_in.submission_id,
    handed_in.sheet_row,
    {columns}
from {rows} as handed_in
