@NullMarked
package org.lingbao.platform.outbox;

import org.jspecify.annotations.NullMarked;
