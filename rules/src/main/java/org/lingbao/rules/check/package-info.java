/** The command that holds these rules against a file of vectors. */
@NullMarked
package org.lingbao.rules.check;

import org.jspecify.annotations.NullMarked;
