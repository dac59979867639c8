/** Money that paid nothing (暂挂): who has to look into it, and how it goes back (退款). */
@NullMarked
package org.lingbao.contribution.suspense;

import org.jspecify.annotations.NullMarked;
