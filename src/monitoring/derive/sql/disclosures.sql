-- one row per country: disclosures of harm since a day, those answered in time, and those without any action on record
with computed as (
    {computed}
),

disclosures as (
{told_of_harm}
)

select
    country,
    count(case when contact_date >= $since and not (is_open and contact_date >= $still_from) then 1 end) as told,
    count(case when contact_date >= $since and was_answered then 1 end) as answered,
    count(case when is_open then 1 end) as open,
    count(case when is_open and contact_date >= $still_from then 1 end) as still_in_time,
    min(case when is_open then contact_date end) as oldest_open_on
from disclosures
where {of_lead}
group by country
order by country
