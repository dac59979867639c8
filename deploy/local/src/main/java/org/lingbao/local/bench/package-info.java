/** What the platform reaches of what the machine can do: each benchmark measures ours and the raw limit in turns, in one run. */
@NullMarked
package org.lingbao.local.bench;

import org.jspecify.annotations.NullMarked;
