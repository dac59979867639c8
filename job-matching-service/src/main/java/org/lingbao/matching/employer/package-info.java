/** Employers (用工方): companies by their credit code, and households. */
@NullMarked
package org.lingbao.matching.employer;

import org.jspecify.annotations.NullMarked;
