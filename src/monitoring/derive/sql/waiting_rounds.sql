-- one row per person and round, with what is still to be done of it: `is_settled` says that nobody is to call about it any
-- more, `is_waiting` that an interview is still wanted, `is_overdue` that the on-time limit has passed and the window is open
select
    settled.*,
    could_come_due and not was_interviewed as is_waiting,
    could_come_due
    and not was_interviewed
    and not is_settled
    and on_time_until < $today
    and open_until >= $today as is_overdue
from (
    select
        rounds.*,
        coalesce(status in ('declined_this_time', 'withdrew_consent', 'deceased', 'unsafe_to_contact'), false) as is_settled
    from current_rounds as rounds
    where speaks_for_round
) as settled
