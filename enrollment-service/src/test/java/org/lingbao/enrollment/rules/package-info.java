@NullMarked
package org.lingbao.enrollment.rules;

import org.jspecify.annotations.NullMarked;
