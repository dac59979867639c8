/** Gigs (零工岗位): posting them, and finding them by text and position. */
@NullMarked
package org.lingbao.matching.gig;

import org.jspecify.annotations.NullMarked;
