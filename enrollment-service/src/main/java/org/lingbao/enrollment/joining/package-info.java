/** Joining (参保): an application, decided at once, with every reason or a relation. */
@NullMarked
package org.lingbao.enrollment.joining;

import org.jspecify.annotations.NullMarked;
