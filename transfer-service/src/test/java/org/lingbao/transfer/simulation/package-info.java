@NullMarked
package org.lingbao.transfer.simulation;

import org.jspecify.annotations.NullMarked;
