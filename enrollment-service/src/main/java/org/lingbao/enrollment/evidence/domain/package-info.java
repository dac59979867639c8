/** What papers there are, and on which days they hold. */
@NullMarked
package org.lingbao.enrollment.evidence.domain;

import org.jspecify.annotations.NullMarked;
