-- one row per country with a hand-in that stands
select distinct submissions.country
from submissions
where not exists (
    select 1
    from decisions
    where
        decisions.submission_id = submissions.submission_id
        and decisions.decision in ('undone', 'sent_back')
)
order by submissions.country
