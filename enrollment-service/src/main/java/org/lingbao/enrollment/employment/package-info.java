/** Employment registration (就业登记): a person's flexible work, with the occupation by the national classification. */
@NullMarked
package org.lingbao.enrollment.employment;

import org.jspecify.annotations.NullMarked;
