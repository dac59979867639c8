/** Recommendations both ways (人岗匹配): gigs for a worker, workers for a gig, each with its reasons. */
@NullMarked
package org.lingbao.matching.matching;

import org.jspecify.annotations.NullMarked;
