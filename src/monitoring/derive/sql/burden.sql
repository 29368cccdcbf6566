-- one row per place: what interviews ask of people, and for how long those people have been home, in days
with computed as (
    {computed}
),

per_person as (
    select
        {place} as place,
        survivor_key,
        count(*) as interviews,
        count(minutes) as timed,
        sum(minutes) as minutes,
        sum({questions}) as questions,
        count(case when stopped_early then 1 end) as stopped_early,
        count(stopped_early) as told_whether_stopped,
        least(cast($as_of as date) - min(return_date), {longest}) as days_home
    from computed
    where was_interviewed
    group by {place}, survivor_key
)

select
    place,
    count(*) as people,
    sum(interviews) as interviews,
    sum(timed) as timed,
    sum(minutes) as minutes,
    sum(questions) as questions,
    sum(stopped_early) as stopped_early,
    sum(told_whether_stopped) as told_whether_stopped,
    sum(days_home) as days_home
from per_person
group by place
order by place
