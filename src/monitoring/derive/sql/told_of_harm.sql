    -- one row per interview in which a person told of harm: whether action came in time, and whether none is on record
    -- Every interview counts, also one that does not speak for its round: a disclosure is never outvoted by another talk.
    select
        told.survivor_key,
        told.country,
        told.contact_date,
        told.was_answered,
        told.is_open,
        people.provider as lead_provider
    from (
        select
            survivor_key,
            country,
            contact_date,
            coalesce(({answered}), false) as was_answered,
            coalesce(action_taken, 'none_yet') = 'none_yet' as is_open
        from computed
        where was_interviewed and ({told})
    ) as told
    inner join current_people as people
        on told.survivor_key = people.survivor_key
