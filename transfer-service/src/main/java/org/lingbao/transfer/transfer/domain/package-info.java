/**
 * The transfer of a relation between the cells of two provinces (关系转移接续), as a value: states of both sides, what may
 * come in, what follows. Nothing here sends, posts or stores.
 */
@NullMarked
package org.lingbao.transfer.transfer.domain;

import org.jspecify.annotations.NullMarked;
