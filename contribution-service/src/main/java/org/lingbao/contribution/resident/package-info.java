/** The resident scheme's years (城乡居民年度缴费): a tier is chosen for a year, billed at once and paid once. */
@NullMarked
package org.lingbao.contribution.resident;

import org.jspecify.annotations.NullMarked;
