@NullMarked
package org.lingbao.platform.problem;

import org.jspecify.annotations.NullMarked;
