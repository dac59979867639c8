@NullMarked
package org.lingbao.rules.enrollment;

import org.jspecify.annotations.NullMarked;
