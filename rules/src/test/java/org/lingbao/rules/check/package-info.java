@NullMarked
package org.lingbao.rules.check;

import org.jspecify.annotations.NullMarked;
