package org.lingbao.watching;

import java.util.List;

/** A feature that can be seen from outside. All figures of a service are read by one statement. */
public interface Watched {
    /** Asked once, when the service starts. */
    List<Figure> figures();
}
