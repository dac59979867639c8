package org.lingbao.manifests;

import java.util.stream.Stream;

/** Says of one object what it lacks. */
record Rules(Overlay overlay, Manifest object) {
    Stream<Finding> require(boolean kept, String what, String fix) {
        return kept ? Stream.empty() : Stream.of(overlay.finding(object, what, fix));
    }
}
