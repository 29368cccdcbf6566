-- one page of the rows that a figure counts, with the code of whom each is about, in the order of hand-ins and sheets
with behind as (
{behind}
)

select
    people_known.survivor_id,
    behind.form,
    behind.submission_id,
    behind.sheet_row,
    behind.part
from behind
left join people_known
    on behind.survivor_key = people_known.survivor_key
where behind.is_counted
order by behind.submission_id, behind.form, behind.sheet_row
limit $most offset $skipped
