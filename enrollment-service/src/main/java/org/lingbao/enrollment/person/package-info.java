/** Persons (参保人): registered once, sealed, looked up by blind index; whose agencies may see whom. */
@NullMarked
package org.lingbao.enrollment.person;

import org.jspecify.annotations.NullMarked;
