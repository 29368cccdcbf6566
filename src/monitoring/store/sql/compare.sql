-- how the rows of one side stand to those of the side before it
select
    count(case when before.country is null then 1 end) as new,
    count(case when before.country is not null and ({differs}) then 1 end) as changed,
    count(case when before.country is not null and not ({differs}) then 1 end) as unchanged
from after_{form} as after
left join before_{form} as before
    on {same_key}
