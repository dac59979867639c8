/** What a token makes of its bearer. */
@NullMarked
package org.lingbao.contribution.caller;

import org.jspecify.annotations.NullMarked;
