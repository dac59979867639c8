/** What a flexible worker pays: base, split, period, limits (应缴核定). */
@NullMarked
package org.lingbao.rules.contribution;

import org.jspecify.annotations.NullMarked;
