/** What a change of the law would do to a population (影子运行): old and new rules side by side over many people. */
@NullMarked
package org.lingbao.rules.shadow;

import org.jspecify.annotations.NullMarked;
