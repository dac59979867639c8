@NullMarked
package org.lingbao.local.part;

import org.jspecify.annotations.NullMarked;
