/** Commands that are done together where there are many. */
@NullMarked
package org.lingbao.contribution.gathering;

import org.jspecify.annotations.NullMarked;
