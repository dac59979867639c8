@NullMarked
package org.lingbao.transfer.rules;

import org.jspecify.annotations.NullMarked;
