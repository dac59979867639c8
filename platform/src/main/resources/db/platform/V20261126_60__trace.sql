-- In which trace an event was written, so that what follows from it elsewhere is seen as one.

alter table outbox add column traceparent text check (traceparent ~ '^[0-9a-f]{2}(-[0-9a-f]+)+$' and length(traceparent) <= 100);
comment on column outbox.traceparent is 'W3C trace context; null: nobody traces. It tells of no person, and nothing is decided by it';
