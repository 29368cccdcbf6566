-- a number for everybody who is seen for the first time
insert into people_known
select
    row_number() over (order by unseen.survivor_id)
    + (select coalesce(max(people_known.survivor_key), 0) from people_known) as survivor_key,
    unseen.country,
    unseen.survivor_id
from (
    select distinct
        $country as country,
        incoming.survivor_id
    from after_survivors as incoming
    where not exists (
        select 1
        from people_known
        where
            people_known.country = $country
            and people_known.survivor_id = incoming.survivor_id
    )
) as unseen
