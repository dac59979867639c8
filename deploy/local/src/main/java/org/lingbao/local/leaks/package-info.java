/** The leak test: canaries are sung through every door of the running services, and then searched wherever something stays. */
@NullMarked
package org.lingbao.local.leaks;

import org.jspecify.annotations.NullMarked;
