-- how the rows of a hand-in stand to what counted before it
select
    count(case when before.country is null then 1 end) as new,
    count(case when before.country is not null and ({differs}) then 1 end) as changed,
    count(case when before.country is not null and not ({differs}) then 1 end) as unchanged,
    (select count(*) from standing_{form}) - count(before.country) as missing
from incoming_{form} as incoming
left join standing_{form} as before
    on {same_key}
