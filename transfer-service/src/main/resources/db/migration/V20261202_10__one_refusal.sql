-- What is append-only is known by its trigger's function, one for all: the service's role gets no privilege to change it.
create or replace trigger exchange_log_append_only before update or delete or truncate on exchange_log
    for each statement execute function refuse_change();
drop function exchange_log_is_append_only();
