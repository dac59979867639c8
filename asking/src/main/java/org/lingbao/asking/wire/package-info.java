/** The formats of requests, as constraints: a request that breaks several is told all of them at once. */
@NullMarked
package org.lingbao.asking.wire;

import org.jspecify.annotations.NullMarked;
