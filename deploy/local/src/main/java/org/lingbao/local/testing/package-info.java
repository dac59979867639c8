/** What the tests of the other modules use: one stack per build, a fresh database, tokens and topics per run. */
@NullMarked
package org.lingbao.local.testing;

import org.jspecify.annotations.NullMarked;
