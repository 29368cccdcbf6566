-- the rows of a relation that pass the filters, with the columns that only a request knows
select *
from (
    select
        rows_as_kept.*{also}
    from {relation} as rows_as_kept
) as rows_looked_at
where {filters}
