package org.lingbao.contribution.attempt;

import io.quarkus.security.ForbiddenException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.tax.Bureau;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Role;

/**
 * Who holds a bill, as the token says.
 *
 * @param code bank or tax bureau, under which its payments are booked; of an app its client
 * @param terminal of a bank's terminal
 * @param area of a tax bureau: what the codes of its places begin with; else empty
 * @param scope whose bills it may begin with
 */
record Holder(AttemptChannel channel, String code, @Nullable String terminal, String area, AccessScope scope) {

    /** As {@code POST /payments} has them: the terminal and its own number of the payment. */
    private static final Pattern OF_BANK = Pattern.compile("[A-Za-z0-9-]{1,48}-[1-9][0-9]{0,9}");

    private static final Pattern VOUCHER = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * The channel that calls.
     *
     * @throws ForbiddenException where the token names no bank and no bureau, and is no citizen's
     */
    static Holder of(Caller caller) {
        if (caller.is(Role.CITIZEN)) {
            return new Holder(AttemptChannel.APP, caller.client(), null, "", caller.scope());
        }
        if (caller.is(Role.TAX)) {
            var bureau = Bureau.of(caller);
            return new Holder(
                    AttemptChannel.TAX_BUREAU,
                    bureau.code(),
                    null,
                    bureau.area(),
                    new AccessScope.Partner(bureau.code(), null));
        }
        var bank = caller.bank();
        if (bank == null) {
            throw new ForbiddenException("the token names no bank");
        }
        var terminal = caller.terminal();
        return new Holder(
                terminal == null ? AttemptChannel.BANK : AttemptChannel.TERMINAL, bank, terminal, "", caller.scope());
    }

    /** Whose attempts the caller may see. */
    static AccessScope scopeOf(Caller caller) {
        return caller.is(Role.TAX) ? of(caller).scope() : caller.scope();
    }

    /** The reference under which the payment will be reported, if it is one that this channel may use. */
    Optional<String> reference(String given) {
        return Optional.of(given).filter(reference -> switch (channel) {
            case APP -> UUID.matcher(reference).matches();
            case BANK -> OF_BANK.matcher(reference).matches();
            case TERMINAL ->
                OF_BANK.matcher(reference).matches()
                        && reference.lastIndexOf('-')
                                == String.valueOf(terminal).length()
                        && reference.startsWith(terminal + "-");
            case TAX_BUREAU -> VOUCHER.matcher(reference).matches();
        });
    }
}
