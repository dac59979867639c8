/** What is open to a person who reaches the age with too few months (达到退休年龄缴费年限不足). */
@NullMarked
package org.lingbao.rules.shortfall;

import org.jspecify.annotations.NullMarked;
