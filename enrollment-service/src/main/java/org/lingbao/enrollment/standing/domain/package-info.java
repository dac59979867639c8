/** The standing of a relation, as a value. */
@NullMarked
package org.lingbao.enrollment.standing.domain;

import org.jspecify.annotations.NullMarked;
