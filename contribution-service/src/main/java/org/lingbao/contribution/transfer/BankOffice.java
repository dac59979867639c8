package org.lingbao.contribution.transfer;

import io.quarkus.security.ForbiddenException;
import org.lingbao.platform.identity.Caller;

/** A bank's own system, which handles the agency's account. A village terminal of the same bank has no business there. */
final class BankOffice {
    private BankOffice() {}

    /** The bank's code. */
    static String of(Caller caller) {
        var bank = caller.bank();
        if (bank == null || caller.terminal() != null) {
            throw new ForbiddenException("the token names no bank, or one of its terminals");
        }
        return bank;
    }
}
