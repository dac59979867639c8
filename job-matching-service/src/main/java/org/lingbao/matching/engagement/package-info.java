/** Engagements (用工): a worker accepts a gig, comes, works, is paid, and may be hired. */
@NullMarked
package org.lingbao.matching.engagement;

import org.jspecify.annotations.NullMarked;
