/** Letters to and from the other provinces' cells: signed, encrypted, in order, sent until they are answered. */
@NullMarked
package org.lingbao.transfer.exchange;

import org.jspecify.annotations.NullMarked;
