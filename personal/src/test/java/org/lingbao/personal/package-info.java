@NullMarked
package org.lingbao.personal;

import org.jspecify.annotations.NullMarked;
