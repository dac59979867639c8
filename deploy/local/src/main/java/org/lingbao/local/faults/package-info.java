/** What a story goes through: parts that are killed under it, and what must hold all the same. */
@NullMarked
package org.lingbao.local.faults;

import org.jspecify.annotations.NullMarked;
