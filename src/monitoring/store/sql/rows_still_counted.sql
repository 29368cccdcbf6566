-- how many rows of a hand-in count still: no newer hand-in that stands holds their key
select count(*) as still
from (
    {standing_rows}
) as counted
where counted.submission_id = $submission
