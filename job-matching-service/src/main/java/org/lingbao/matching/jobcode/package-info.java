/** Job codes (就业码): short-lived and signed, so that they can be verified without asking anybody. */
@NullMarked
package org.lingbao.matching.jobcode;

import org.jspecify.annotations.NullMarked;
