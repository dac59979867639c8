/** Delegations (委托代办): whom a person names to act for them, for what and how long. */
@NullMarked
package org.lingbao.enrollment.delegation;

import org.jspecify.annotations.NullMarked;
