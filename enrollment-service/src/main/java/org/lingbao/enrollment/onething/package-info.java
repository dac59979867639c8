/** One thing (灵活就业一件事): employment registration, insurance and payment plan in one application with one status. */
@NullMarked
package org.lingbao.enrollment.onething;

import org.jspecify.annotations.NullMarked;
