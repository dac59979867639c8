/** On what terms contributions are paid, open to everybody (政策查询). */
@NullMarked
package org.lingbao.contribution.rules;

import org.jspecify.annotations.NullMarked;
