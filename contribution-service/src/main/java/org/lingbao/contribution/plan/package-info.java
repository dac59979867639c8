/** Plans (缴费计划): which base or tier a person pays, and how often. */
@NullMarked
package org.lingbao.contribution.plan;

import org.jspecify.annotations.NullMarked;
