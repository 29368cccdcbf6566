-- one row per way of asking: how many interviews were held so
with due as (
{due}
)

select
    mode,
    asked_by,
    count(*) as interviews
from due
where status in ('interviewed', 'partly_interviewed')
group by mode, asked_by
order by mode, asked_by
