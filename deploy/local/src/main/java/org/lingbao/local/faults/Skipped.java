package org.lingbao.local.faults;

/** A trial that this machine cannot do: it says nothing of what the stack survives. */
public final class Skipped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason what is missing, and where it comes from */
    public Skipped(String reason) {
        super(reason);
    }
}
