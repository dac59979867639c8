-- Positions are whole millionths of a degree, so that nothing is floating outside of these two functions.

create function distance_m(lat_a integer, lon_a integer, lat_b integer, lon_b integer) returns integer
    language sql immutable parallel safe
    return cast(round(2 * 6371008.8 * asin(sqrt(least(1,
        power(sin(radians((lat_b - lat_a) / 2e6)), 2)
        + cos(radians(lat_a / 1e6)) * cos(radians(lat_b / 1e6)) * power(sin(radians((lon_b - lon_a) / 2e6)), 2))))) as integer);
comment on function distance_m is 'great circle in metres, on a sphere';

create function around(lat integer, lon integer, radius_m integer) returns box
    language sql immutable parallel safe
    return box(
        point(lon - radius_m * 8.9932 / greatest(0.01, cos(radians(lat / 1e6))), lat - radius_m * 8.9932),
        point(lon + radius_m * 8.9932 / greatest(0.01, cos(radians(lat / 1e6))), lat + radius_m * 8.9932));
comment on function around is 'a box that holds all within the radius, for an index; the distance decides';
