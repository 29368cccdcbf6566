-- named steps, the last of them `measured`: of each person returned by the day looked at, how long followed, and whether it ended in the event
with happenings as (
{events}
),

told as (
{known}
),

people_looked_at as (
{people}
),

event_days as (
    select
        survivor_key,
        happened_on,
        earliest_on,
        latest_on
    from happenings
    where {numerator}
),

known_days as (
    {known_days}
),

looked_at as (
    select
        people_looked_at.*{quarter},
        {day} as looked_at_on
    from people_looked_at
    {quarters}
    where people_looked_at.return_date <= {day}
),

followed as (
    select
        looked_at.*,
        {denominator} as is_counted,
        (
            select min(event_days.happened_on)
            from event_days
            where
                event_days.survivor_key = looked_at.survivor_key
                and event_days.happened_on <= looked_at.looked_at_on
        ) as happened_on,
        (
            select max(known_days.known_day)
            from known_days
            where
                known_days.survivor_key = looked_at.survivor_key
                and known_days.known_day <= looked_at.looked_at_on
        ) as known_day
    from looked_at
),

measured as (
    select
        followed.*,
        greatest(0, coalesce(happened_on, known_day, return_date) - return_date) as days_followed
    from followed
)
