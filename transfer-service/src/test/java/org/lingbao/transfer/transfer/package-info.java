@NullMarked
package org.lingbao.transfer.transfer;

import org.jspecify.annotations.NullMarked;
