@NullMarked
package org.lingbao.rules.subsidy;

import org.jspecify.annotations.NullMarked;
