-- one row per code that another code took over, with the code that stands for the person now:
-- whoever changed provider is counted once, and what was answered under the former code stays theirs
with recursive taken_over (country, former_code, survivor_id) as (
    select
        country,
        previous_survivor_id,
        survivor_id
    from standing_survivors
    where previous_survivor_id <> survivor_id

    union

    select
        taken_over.country,
        taken_over.former_code,
        later.survivor_id
    from taken_over
    inner join standing_survivors as later
        on
            taken_over.country = later.country
            and taken_over.survivor_id = later.previous_survivor_id
)

select
    taken_over.country,
    taken_over.former_code,
    max(taken_over.survivor_id) as survivor_id
from taken_over
where not exists (
    select 1
    from standing_survivors as later
    where
        later.country = taken_over.country
        and later.previous_survivor_id = taken_over.survivor_id
)
group by taken_over.country, taken_over.former_code
