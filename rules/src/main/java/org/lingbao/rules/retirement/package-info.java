/** Statutory and flexible retirement age, minimum contribution months (法定退休年龄). */
@NullMarked
package org.lingbao.rules.retirement;

import org.jspecify.annotations.NullMarked;
