@NullMarked
package org.lingbao.platform.audit;

import org.jspecify.annotations.NullMarked;
