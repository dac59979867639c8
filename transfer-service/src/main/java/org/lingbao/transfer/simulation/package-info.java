/**
 * Two cells with all that can go wrong between them, in virtual time: the proof that a transfer neither loses nor doubles
 * anything. It runs the domain of the transfer and no copy of it; everything around it is a model.
 */
@NullMarked
package org.lingbao.transfer.simulation;

import org.jspecify.annotations.NullMarked;
