/**
 * What a service lets be seen of itself: figures of its database, looked up at intervals and never per scrape, under names
 * that begin with {@code lingbao} and end with their unit. None of them, and none of their labels, tells of a person or a case.
 */
@NullMarked
package org.lingbao.watching;

import org.jspecify.annotations.NullMarked;
