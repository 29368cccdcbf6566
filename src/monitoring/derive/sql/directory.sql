-- one row per provider that any standing hand-in lists
select country, provider_id, provider_name
from current_providers
order by country, provider_name, provider_id
