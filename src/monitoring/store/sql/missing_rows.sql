-- keys of rows that the side before holds and the side after does not; of nobody whose record may not be kept
select
    {columns}
from before_{form} as before
where
    not exists (
        select 1
        from after_{form} as after
        where {same_key}
    )
    {kept}
