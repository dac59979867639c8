/** The service that moves pension rights between provinces and schemes (转移接续). */
@NullMarked
package org.lingbao.transfer;

import org.jspecify.annotations.NullMarked;
