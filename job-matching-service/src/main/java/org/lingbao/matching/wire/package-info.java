/** The formats of requests and cursors: a request that breaks several constraints is told all of them at once. */
@NullMarked
package org.lingbao.matching.wire;

import org.jspecify.annotations.NullMarked;
