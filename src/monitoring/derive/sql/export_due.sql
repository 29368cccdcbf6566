    -- one row per person who agreed to research, and round that came due
    select
        computed.survivor_key,
        computed.round,
        computed.months,
        computed.quarter as contact_period,
        {of_rounds},
        {of_people}
    from (
    {computed}
    ) as computed
    inner join {people} as people
        on computed.survivor_key = people.survivor_key
    where
        computed.speaks_for_round
        and (computed.was_interviewed or (computed.could_come_due and computed.target_date <= $as_of))
        and people.consent_research = 'given'
