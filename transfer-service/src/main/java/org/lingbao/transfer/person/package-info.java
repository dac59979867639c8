/** Who a case is about: asked of the cell's enrollment service, which alone knows numbers and names. Nothing of it is kept. */
@NullMarked
package org.lingbao.transfer.person;

import org.jspecify.annotations.NullMarked;
