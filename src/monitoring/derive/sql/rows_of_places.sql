-- one row per row of a form that is about no person
select
    handed_in.country,
    cast(null as varchar) as provider,
    cast(null as boolean) as was_interviewed,
    {columns}
from {rows} as handed_in
