@NullMarked
package org.lingbao.rules.employment;

import org.jspecify.annotations.NullMarked;
