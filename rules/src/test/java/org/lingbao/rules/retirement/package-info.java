@NullMarked
package org.lingbao.rules.retirement;

import org.jspecify.annotations.NullMarked;
