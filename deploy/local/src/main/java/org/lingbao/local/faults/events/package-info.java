/** What goes wrong by messages, clients, clocks and keys, and what must hold all the same. */
@NullMarked
package org.lingbao.local.faults.events;

import org.jspecify.annotations.NullMarked;
