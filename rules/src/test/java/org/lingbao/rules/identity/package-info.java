@NullMarked
package org.lingbao.rules.identity;

import org.jspecify.annotations.NullMarked;
