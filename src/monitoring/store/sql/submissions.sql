-- every hand-in with what was decided of it last, newest first
with decided as (
    select
        decisions.*,
        row_number() over (
            partition by submission_id
            order by decided_at desc, decision desc
        ) as newest
    from decisions
)

select
    submissions.*,
    coalesce(decided.decision, 'counts') as status,
    decided.decided_by,
    decided.decided_at,
    decided.reason
from submissions
left join decided
    on
        submissions.submission_id = decided.submission_id
        and decided.newest = 1
order by submissions.submission_id desc
