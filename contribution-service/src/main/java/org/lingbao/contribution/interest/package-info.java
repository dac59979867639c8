/** Annual interest on individual accounts (结息): ordered once for a year, credited in buckets, again by difference. */
@NullMarked
package org.lingbao.contribution.interest;

import org.jspecify.annotations.NullMarked;
