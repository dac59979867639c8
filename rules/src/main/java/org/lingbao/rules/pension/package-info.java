/** What a pension is a month (养老金计发), for employees and for residents. */
@NullMarked
package org.lingbao.rules.pension;

import org.jspecify.annotations.NullMarked;
