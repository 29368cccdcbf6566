-- cases of a country that were closed before a day, the longest closed first
select
    current_people.survivor_id,
    current_people.case_closed_on
from current_people
where
    current_people.country = $country
    and current_people.case_status <> 'active'
    and current_people.case_closed_on < $before
order by current_people.case_closed_on, current_people.survivor_id
