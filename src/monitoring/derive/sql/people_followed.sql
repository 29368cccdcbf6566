-- one row per person who could have the event: days followed and whether it came; between which days it lies; how follow-up ended
{followed},

ends as (
    select
        survivor_key,
        max(case when status = 'deceased' then 1 else 0 end) = 1 as died,
        max(case when status = 'withdrew_consent' then 1 else 0 end) = 1 as withdrew
    from {rounds}
    group by survivor_key
),

first_events as (
    select
        event_days.survivor_key,
        min(event_days.earliest_on) as earliest_on,
        min(event_days.latest_on) as latest_on
    from event_days
    inner join measured
        on
            event_days.survivor_key = measured.survivor_key
            and event_days.happened_on <= measured.looked_at_on
    group by event_days.survivor_key
)

select
    measured.return_date,
    measured.days_followed,
    measured.looked_at_on - measured.return_date as days_since_return,
    measured.happened_on is not null as had_event,
    greatest(0, first_events.earliest_on - measured.return_date) as earliest_days,
    greatest(0, first_events.latest_on - measured.return_date) as latest_days,
    coalesce(ends.died, false) as died,
    coalesce(ends.withdrew, false) as withdrew,
    coalesce(measured.case_status <> 'active', false) as closed
from measured
left join ends
    on measured.survivor_key = ends.survivor_key
left join first_events
    on measured.survivor_key = first_events.survivor_key
where measured.is_counted
order by measured.survivor_key
