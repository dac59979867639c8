package org.lingbao.transfer.exchange;

/** Why a letter was not taken, or its answer not believed. Nothing was changed by it. */
enum Refusal {
    /** Not encrypted to a key of ours, or not a letter inside. */
    NOT_READABLE(400),
    /** The document is not the one that was signed. */
    DIGEST_WRONG(400),
    /** Nobody of that name is in the trust list. */
    SENDER_UNKNOWN(403),
    /** Signed with a key that is not the sender's. */
    KEY_UNKNOWN(403),
    /** Signed with a key that was not valid then. */
    KEY_NOT_VALID(403),
    SIGNATURE_WRONG(403),
    /** For somebody else. */
    ADDRESSEE_WRONG(403),
    MESSAGE_EXPIRED(403),
    /** Signed later than now: a clock is wrong, or somebody keeps copies for later. */
    SENT_LATER(403),
    /** It would be valid for longer than a copy may be. */
    VALID_TOO_LONG(403),
    /** Under this id another letter was taken. */
    MESSAGE_CHANGED(409),
    /** As this number of the case another letter was taken. */
    SEQUENCE_TAKEN(409),
    /** No feature here reads that document yet. No verdict: its number is not used up, and its case waits until one does. */
    DOCUMENT_UNKNOWN(400),
    /** The answer was not signed by the partner, or is about something else. */
    RECEIPT_NOT_TRUSTED(0),
    /** The partner did not answer, or cannot take it now. */
    PARTNER_AWAY(0),
    /** The partner is not in the trust list, or has no key to encrypt to. */
    PARTNER_UNKNOWN(0),
    /** A key of this cell's own that is needed is not in {@code own.json}. */
    KEY_MISSING(0),
    /** The partner misses a letter that had its verdict; its document is gone. */
    DOCUMENT_GONE(0);

    private final int status;

    /** @param status what the sender is answered; 0 where it is our own note */
    Refusal(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** As the catalogue of codes has it. */
    String inCatalogue() {
        return "EXCHANGE_" + name();
    }
}
