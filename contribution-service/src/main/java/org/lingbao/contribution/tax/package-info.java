/** The tax bureau's channel (税务征收): assessed bills go out, what was collected comes in. */
@NullMarked
package org.lingbao.contribution.tax;

import org.jspecify.annotations.NullMarked;
