/**
 * The transfer of a relation between the cells of two provinces (关系转移接续), as a value: states of both sides, what may
 * come in, what follows. Nothing here sends, posts or stores.
 *
 * <pre>
 * new place                                      old place
 * Applied
 * LetterSent      ── contact letter ──▶          LetterReceived   seal
 *  (LetterReturned ◀── rejected)                 FormSent         ◀ sealed
 * FormReceived    ◀── information form ──
 *                 ── accepted ──▶                FundsReleasing   release
 *                    (rejected ──▶               FormReturned)
 * FundsReceived   ◀── fund notice ──             FundsSent        ◀ released
 *  (Mismatch       ── clarification ──▶)
 * Crediting       credit
 * Completed       ── completion ──▶              Completed        settle
 *
 * Restoring, Ended: refused or cancelled, everything as before
 * </pre>
 *
 * <p>Why nothing is lost or doubled, whatever the network and the processes do:
 *
 * <ul>
 *   <li>State, outgoing messages and instructions are one transaction; messages of a case are numbered, taken in order
 *       and answered with one receipt for ever.
 *   <li>The old place releases what the new one has agreed to. Until it announces the money it may refuse; after that
 *       only the new place ends the case.
 *   <li>The new place may end it until it instructs to credit. So the two decisions exclude each other, and a place that
 *       restores knows that the other will not credit.
 *   <li>No deadline ends a case: a missed one is a task for somebody.
 * </ul>
 */
@NullMarked
package org.lingbao.transfer.transfer.domain;

import org.jspecify.annotations.NullMarked;
