package org.lingbao.transfer.insured;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Our view of enrollment.person-registered.v1.
 *
 * @param issuer and {@code subject}: the person's login; both absent when a clerk registered a person who has none
 */
record PersonRegistered(
        UUID personId, @Nullable String issuer, @Nullable String subject) {}
