/** Whose data who asks may be told, as a part of every query. */
@NullMarked
package org.lingbao.asking.scope;

import org.jspecify.annotations.NullMarked;
