/** Consents (授权) as enrollment tells of them. */
@NullMarked
package org.lingbao.contribution.consent;

import org.jspecify.annotations.NullMarked;
