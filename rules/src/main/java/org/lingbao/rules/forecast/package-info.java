/** What a plan of paying on will give as a pension (养老金测算). */
@NullMarked
package org.lingbao.rules.forecast;

import org.jspecify.annotations.NullMarked;
