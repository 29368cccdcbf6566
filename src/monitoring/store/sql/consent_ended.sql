-- every code of everybody whose record may not be kept: as reported on an earlier day they may stand under a former one
with ended as (
    select
        country,
        survivor_id
    from standing_survivors
    where consent_record is distinct from 'given'
)

select
    ended.country,
    ended.survivor_id
from ended

union

select
    ended.country,
    same_person.former_code as survivor_id
from ended
inner join same_person
    on
        ended.country = same_person.country
        and ended.survivor_id = same_person.survivor_id
