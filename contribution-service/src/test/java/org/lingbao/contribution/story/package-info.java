/** What tests tell: persons with relations, plans and bills, on the real database and broker. */
@NullMarked
package org.lingbao.contribution.story;

import org.jspecify.annotations.NullMarked;
