package org.lingbao.local.leaks;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.stack.Service;

/**
 * One request with a secret somewhere in it.
 *
 * @param where the operation and where in it the secret is, as in {@code POST /plans, field base}
 * @param target path and query
 * @param caller whose token; absent: none
 */
record Attempt(
        Service service,
        String operation,
        String where,
        String method,
        String target,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable String caller) {}
