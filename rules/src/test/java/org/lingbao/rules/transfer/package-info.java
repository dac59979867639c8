@NullMarked
package org.lingbao.rules.transfer;

import org.jspecify.annotations.NullMarked;
