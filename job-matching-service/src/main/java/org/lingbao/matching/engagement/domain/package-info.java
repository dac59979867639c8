/** What may become of an engagement, and why not. */
@NullMarked
package org.lingbao.matching.engagement.domain;

import org.jspecify.annotations.NullMarked;
