@NullMarked
package org.lingbao.rules.deadline;

import org.jspecify.annotations.NullMarked;
