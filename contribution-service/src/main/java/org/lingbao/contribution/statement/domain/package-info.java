/** What a statement shows, from the paid months. */
@NullMarked
package org.lingbao.contribution.statement.domain;

import org.jspecify.annotations.NullMarked;
