-- the hand-ins whose answers count at a moment: handed in before it, and not withdrawn before it
select submissions.submission_id
from submissions
where
    submissions.handed_in_at < $until
    and ($country is null or submissions.country = $country)
    and not exists (
        select 1
        from decisions
        where
            decisions.submission_id = submissions.submission_id
            and decisions.decision in ('undone', 'sent_back')
            and decisions.decided_at < $until
    )
