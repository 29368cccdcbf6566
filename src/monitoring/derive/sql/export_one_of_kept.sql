select
    '{name}' as question,
    cast({column} as varchar) as answer,
    count(case when was_kept then 1 end) as kept,
    count(case when not coalesce(was_kept, false) then 1 end) as lost
from ranked
where place = 1
group by {column}
