@NullMarked
package org.lingbao.local.bench;

import org.jspecify.annotations.NullMarked;
