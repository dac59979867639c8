package org.lingbao.manifests;

import java.util.stream.Stream;

/** Looks at an overlay and names all that it has against it. */
@FunctionalInterface
interface Check {
    Stream<Finding> findings(Overlay overlay);
}
