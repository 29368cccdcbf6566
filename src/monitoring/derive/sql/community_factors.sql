-- one row per factor that a session named
select
    session_id,
    factor,
    level,
    effect
from current_community_factors
where country = $country
order by session_id, factor
