/** The service that brings flexible workers and gigs together (零工对接). */
@NullMarked
package org.lingbao.matching;

import org.jspecify.annotations.NullMarked;
