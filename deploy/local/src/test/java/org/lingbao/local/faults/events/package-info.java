@NullMarked
package org.lingbao.local.faults.events;

import org.jspecify.annotations.NullMarked;
