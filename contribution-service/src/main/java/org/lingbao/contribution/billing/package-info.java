/** Bills (账单): issued in sets, one per person, scheme and first month. */
@NullMarked
package org.lingbao.contribution.billing;

import org.jspecify.annotations.NullMarked;
