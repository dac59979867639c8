/** When a relation can be paid for. */
@NullMarked
package org.lingbao.contribution.plan.domain;

import org.jspecify.annotations.NullMarked;
