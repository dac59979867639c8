/** When a gig may be posted, and by which pieces a text is found. */
@NullMarked
package org.lingbao.matching.gig.domain;

import org.jspecify.annotations.NullMarked;
