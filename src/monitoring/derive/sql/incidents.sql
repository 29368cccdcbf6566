-- one row per event of a person whose record may be kept; an event known only between two days counts at the middle
with dated as (
    select
        people.survivor_key,
        {incident_columns},
        coalesce(
            events.occurred_on,
            events.occurred_after
            + cast(floor((events.occurred_before - events.occurred_after) / 2.0) as integer),
            events.occurred_before,
            events.occurred_after,
            events.reported_on
        ) as happened_on
    from {incidents} as events
    inner join {people} as people
        on
            events.country = people.country
            and events.person_code = people.survivor_id
),

scored as (
    select
        dated.*{scores}
    from dated
)

select
    scored.*{derived}
from scored
