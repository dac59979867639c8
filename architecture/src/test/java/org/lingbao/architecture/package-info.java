/** The ten rules of the house as checks over the whole code, each proved by a fixture that it rejects. */
@NullMarked
package org.lingbao.architecture;

import org.jspecify.annotations.NullMarked;
