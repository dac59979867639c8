@NullMarked
package org.lingbao.platform.idempotency;

import org.jspecify.annotations.NullMarked;
