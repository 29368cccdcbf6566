-- one row per tool and role: sessions held with people around survivors
select
    tool,
    respondent_role,
    count(*) as sessions
from current_community
where country = $country
group by tool, respondent_role
order by tool, respondent_role
