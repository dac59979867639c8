@NullMarked
package org.lingbao.local;

import org.jspecify.annotations.NullMarked;
