package org.lingbao.matching.inn;

import java.time.LocalTime;
import java.util.UUID;
import org.lingbao.matching.wire.Position;
import org.lingbao.rules.value.Place;

/** An inn as it is written. */
record Inn(UUID id, String name, Place place, String address, Position position, LocalTime opens, LocalTime closes) {}
