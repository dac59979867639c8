/** What the builder of native images is told; on a JVM nothing of it runs. */
@NullMarked
package org.lingbao.platform.image;

import org.jspecify.annotations.NullMarked;
