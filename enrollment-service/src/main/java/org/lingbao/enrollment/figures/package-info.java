/** How many are insured, and of how many people: reckoned as of a day, for any area of the tree. */
@NullMarked
package org.lingbao.enrollment.figures;

import org.jspecify.annotations.NullMarked;
