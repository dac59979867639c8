/** Work lists (待办): tasks of organisations, with a day by which they are due; a late one comes up to the next level. */
@NullMarked
package org.lingbao.enrollment.worklist;

import org.jspecify.annotations.NullMarked;
