/**
 * The transfer of a relation between two provinces (关系转移接续), as one cell has it: applications, commands, letters, answers and
 * days, each one step of the pure {@code domain} in one transaction with all that follows from it.
 */
@NullMarked
package org.lingbao.transfer.transfer;

import org.jspecify.annotations.NullMarked;
