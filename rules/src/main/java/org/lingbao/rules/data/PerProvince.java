package org.lingbao.rules.data;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.lingbao.rules.value.Place;
import org.lingbao.rules.value.Scheme;

/** What a rule reads for a province and a scheme: once, when it is first asked for, and then kept. */
public final class PerProvince<L> {
    private final BiFunction<Place, Scheme, L> read;
    private final Map<Pack, L> kept = new ConcurrentHashMap<>();

    private record Pack(Place province, Scheme scheme) {}

    /** @param read gets the province */
    public PerProvince(BiFunction<Place, Scheme, L> read) {
        this.read = read;
    }

    /** @throws DataNotLoaded if the province of the place has no data for the scheme */
    public L of(Place place, Scheme scheme) {
        var pack = new Pack(place.province(), scheme);
        var known = kept.get(pack);
        return known == null ? kept.computeIfAbsent(pack, missing -> read.apply(missing.province(), scheme)) : known;
    }
}
