/** What the law says of moving, open to everybody (政策查询). */
@NullMarked
package org.lingbao.transfer.rules;

import org.jspecify.annotations.NullMarked;
