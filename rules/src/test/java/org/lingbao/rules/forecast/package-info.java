@NullMarked
package org.lingbao.rules.forecast;

import org.jspecify.annotations.NullMarked;
