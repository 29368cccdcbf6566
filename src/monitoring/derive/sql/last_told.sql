    -- one row per person: the latest answer to a question
    select
        survivor_key,
        cast({question} as varchar) as answer
    from (
        select
            survivor_key,
            {question},
            row_number() over (partition by survivor_key order by months desc) as place
        from due
        where {question} is not null
    ) as told
    where place = 1
