package org.lingbao.enrollment.joining;

import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;

/**
 * How an application came in: who acted, through which channel. Where a clerk acts for the person, the record keeps two
 * identities: the person's and the clerk's.
 */
record Via(Caller caller, String channel) {

    /** The clerk's organisation; null where the person acted alone. */
    @Nullable
    String operatorPlace() {
        return caller.scope() instanceof AccessScope.Subtree(var organization) ? organization : null;
    }
}
