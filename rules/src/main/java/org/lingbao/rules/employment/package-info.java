/** What the law says of being employed (单位参保): who may be hired, whose the months are, what is paid for one. */
@NullMarked
package org.lingbao.rules.employment;

import org.jspecify.annotations.NullMarked;
