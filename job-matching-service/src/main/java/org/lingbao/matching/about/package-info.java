/** What this service is, and for whom and which day it answers. */
@NullMarked
package org.lingbao.matching.about;

import org.jspecify.annotations.NullMarked;
