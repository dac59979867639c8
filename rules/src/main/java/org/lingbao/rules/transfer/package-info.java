/** What happens to a relation when the person moves (基本养老保险关系转移接续): who takes it over, with what money, and who pays the pension. */
@NullMarked
package org.lingbao.rules.transfer;

import org.jspecify.annotations.NullMarked;
