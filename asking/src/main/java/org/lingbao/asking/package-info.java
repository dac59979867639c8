/** Questions to the law over HTTP: how a query is read, how its answer may be kept, and what is said where the law is missing. */
@NullMarked
package org.lingbao.asking;

import org.jspecify.annotations.NullMarked;
