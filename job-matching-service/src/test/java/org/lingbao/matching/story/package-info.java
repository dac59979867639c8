/** Whom the tests play, and what they do. */
@NullMarked
package org.lingbao.matching.story;

import org.jspecify.annotations.NullMarked;
