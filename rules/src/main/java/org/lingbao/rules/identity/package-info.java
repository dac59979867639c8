/** Citizens' numbers and the residence cards of the same form (社会保障号码). */
@NullMarked
package org.lingbao.rules.identity;

import org.jspecify.annotations.NullMarked;
