/** How this service talks to its database. */
@NullMarked
package org.lingbao.contribution.database;

import org.jspecify.annotations.NullMarked;
