/** How well a gig and a worker fit: a product of legible factors. */
@NullMarked
package org.lingbao.matching.matching.domain;

import org.jspecify.annotations.NullMarked;
