/** The other services of the cell: what is asked of them, and what is said where they do not answer. */
@NullMarked
package org.lingbao.asking.neighbour;

import org.jspecify.annotations.NullMarked;
