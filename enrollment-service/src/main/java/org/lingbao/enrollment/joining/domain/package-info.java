/** What decides an application: facts and rules in, a decision with its trace out. */
@NullMarked
package org.lingbao.enrollment.joining.domain;

import org.jspecify.annotations.NullMarked;
