and not exists (
    select 1
    from consent_ended
    where
        consent_ended.country = before.country
        and consent_ended.survivor_id = before.survivor_id
)
