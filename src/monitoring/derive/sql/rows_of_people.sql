-- one row per row of a form about a person whose record may be kept
select
    people.survivor_key,
    people.was_interviewed,
    people.return_quarter,
    handed_in.submission_id,
    handed_in.sheet_row,
    {provider} as provider,
    {person_columns},
    {columns}
from {rows} as handed_in
inner join {people} as people
    on
        handed_in.country = people.country
        and handed_in.person_code = people.survivor_id
