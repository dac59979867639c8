package org.lingbao.platform.inbox;

/** An event that cannot be read at all: it is parked, and only its key waits. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason what is wrong, without any of the content */
    public UnreadableEvent(String reason) {
        super(reason);
    }
}
