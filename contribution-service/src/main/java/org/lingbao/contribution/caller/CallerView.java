package org.lingbao.contribution.caller;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.Caller;

/**
 * What a token says of its bearer, without who it is.
 *
 * @param client the application through which the call comes
 * @param roles in the order of the alphabet
 * @param organization of a clerk: GB/T 2260 code of the area served
 * @param bank of a bank's client
 * @param terminal of a bank's terminal
 * @param bureau of a tax bureau's client
 * @param employer of who acts for a company: its unified social credit code (统一社会信用代码)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallerView(
        String client,
        List<String> roles,
        @Nullable String organization,
        @Nullable String bank,
        @Nullable String terminal,
        @Nullable String bureau,
        @Nullable String employer) {
    static CallerView of(Caller caller) {
        return new CallerView(
                caller.client(),
                caller.roles().stream().sorted().toList(),
                caller.organization(),
                caller.bank(),
                caller.terminal(),
                caller.bureau(),
                caller.employer());
    }
}
