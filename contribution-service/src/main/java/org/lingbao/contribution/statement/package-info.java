/** Statements (权益记录): the months that a person has paid. */
@NullMarked
package org.lingbao.contribution.statement;

import org.jspecify.annotations.NullMarked;
