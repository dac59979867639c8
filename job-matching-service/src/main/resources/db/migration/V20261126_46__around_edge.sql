-- The box holds all of the circle, also where meridians come together and at the circle's very edge: a thousandth more, and a
-- metre, for what is half a metre farther is still told as within.
create or replace function around(lat integer, lon integer, radius_m integer) returns box
    language sql immutable parallel safe
    return box(
        point(lon - (radius_m + 1) * 9.003 / greatest(0.01, cos(radians(lat / 1e6))), lat - (radius_m + 1) * 9.003),
        point(lon + (radius_m + 1) * 9.003 / greatest(0.01, cos(radians(lat / 1e6))), lat + (radius_m + 1) * 9.003));
