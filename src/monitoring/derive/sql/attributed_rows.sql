-- one row per key of a form about survivors, with the code that stands for the person now
select
    standing_rows.*,
    coalesce(same_person.survivor_id, standing_rows.survivor_id) as person_code
from (
    {standing_rows}
) as standing_rows
left join same_person
    on
        standing_rows.country = same_person.country
        and standing_rows.survivor_id = same_person.former_code
