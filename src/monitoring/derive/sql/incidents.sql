-- one row per event of a person whose record may be kept; an event known only between two days counts at the middle
select
    events.*,
    coalesce(
        events.occurred_on,
        events.occurred_after + cast(floor((events.occurred_before - events.occurred_after) / 2.0) as integer),
        events.occurred_before,
        events.occurred_after,
        events.reported_on
    ) as happened_on,
    coalesce(events.occurred_on, events.occurred_after, events.occurred_before, events.reported_on) as earliest_on,
    coalesce(events.occurred_on, events.occurred_before, events.occurred_after, events.reported_on) as latest_on
from (
{rows}
) as events
