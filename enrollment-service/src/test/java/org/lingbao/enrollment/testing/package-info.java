/** People and requests that the tests of this service share. */
@NullMarked
package org.lingbao.enrollment.testing;

import org.jspecify.annotations.NullMarked;
