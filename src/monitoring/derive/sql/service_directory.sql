-- one row per provider of a country: named columns alone, so that nothing else an office may add ever leaves the store
select
    provider_id,
    provider_name,
    provider_type,
    services,
    costed,
    capacity,
    serves,
    languages,
    reach,
    last_verified_on
from current_providers
where country = $country
order by provider_name, provider_id
