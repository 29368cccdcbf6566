-- the newest hand-in of a country, and how many decisions there are about any of its hand-ins
select
    coalesce(max(submissions.submission_id), 0) as newest,
    (
        select count(*)
        from decisions
        inner join submissions as decided
            on decisions.submission_id = decided.submission_id
        where decided.country = $country
    ) as decisions
from submissions
where submissions.country = $country
