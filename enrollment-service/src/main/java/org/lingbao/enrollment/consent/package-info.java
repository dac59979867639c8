/** Consents (授权同意) of a person to a use of personal data. */
@NullMarked
package org.lingbao.enrollment.consent;

import org.jspecify.annotations.NullMarked;
