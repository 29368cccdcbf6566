-- every hand-in until a moment, with what was decided of it last until then, newest first
with decided as (
    select
        decisions.*,
        row_number() over (
            partition by submission_id
            order by decided_at desc, decision desc
        ) as newest
    from decisions
    where decisions.decided_at < $until
),

answered as (
    select
        answered_cells.submission_id,
        count(*) as cells
    from answered_cells
    where answered_cells.answered_at < $until
    group by answered_cells.submission_id
)

select
    submissions.*,
    coalesce(decided.decision, 'counts') as status,
    decided.decided_by,
    decided.decided_at,
    decided.reason,
    coalesce(answered.cells, 0) as answered,
    drop_reasons.reason as drop_reason
from submissions
left join decided
    on
        submissions.submission_id = decided.submission_id
        and decided.newest = 1
left join answered
    on submissions.submission_id = answered.submission_id
left join drop_reasons
    on submissions.submission_id = drop_reasons.submission_id
where submissions.handed_in_at < $until
order by submissions.submission_id desc
