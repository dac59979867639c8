/** Workers (零工): what persons state for being matched; who they are, enrollment alone knows. */
@NullMarked
package org.lingbao.matching.worker;

import org.jspecify.annotations.NullMarked;
