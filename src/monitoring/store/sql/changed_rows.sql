-- rows that both sides hold and that differ, with both sides' answers; of nobody whose record may not be kept
select
    {columns}
from after_{form} as after
inner join before_{form} as before
    on {same_key}
where
    ({differs})
    {kept}
