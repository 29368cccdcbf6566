-- who asked for rows, why and which, what was decided, and every time they were written. Nothing of it is changed later
create table export_requests (
    request_id integer not null,
    asked_by varchar not null,
    asked_at timestamp not null,
    purpose varchar not null,
    ethics varchar,
    narrowed_to varchar not null,
    formats varchar not null
);

create table export_events (
    request_id integer not null,
    event varchar not null,
    done_by varchar not null,
    done_at timestamp not null
);
