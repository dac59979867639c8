@NullMarked
package org.lingbao.rules.pension;

import org.jspecify.annotations.NullMarked;
