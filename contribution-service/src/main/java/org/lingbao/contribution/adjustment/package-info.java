/** Months that were paid before their own limits were published: what is missing of them is found and billed (补差). */
@NullMarked
package org.lingbao.contribution.adjustment;

import org.jspecify.annotations.NullMarked;
