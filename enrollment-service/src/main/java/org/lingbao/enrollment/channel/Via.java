package org.lingbao.enrollment.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.AccessScope;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Role;

/**
 * How something came in: who acted, through which channel. Where a clerk or a bank's terminal acts for the person (帮办代办), the
 * record keeps two identities: the one that acted, and the person who confirmed it, with how. So it does where a delegate acts
 * (委托代办): the one who acted, and by which delegation of the person.
 *
 * @param channel code of the registry
 * @param confirmation how the person confirmed; null where neither a clerk nor a terminal acted
 * @param delegation by which a delegate acted; null where none did
 */
public record Via(
        Caller caller,
        String channel,
        @Nullable Confirmation confirmation,
        @Nullable UUID delegation) {
    /** What stands where a request may leave the channel out: the client alone says what it came through. */
    private static final String UNNAMED = "UNNAMED";

    /** Not by a delegation. */
    public Via(Caller caller, String channel, @Nullable Confirmation confirmation) {
        this(caller, channel, confirmation, null);
    }

    /** Where the channel may be left out. */
    public static Via of(Caller caller, @Nullable String channel, @Nullable Confirmation confirmation) {
        return new Via(caller, channel == null ? UNNAMED : channel, confirmation);
    }

    /** The channel that a record has, as it is told; null where the request named none. */
    static @Nullable String told(String channel) {
        return channel.equals(UNNAMED) ? null : channel;
    }

    /** The channel as events tell it; null where the request named none. */
    public @Nullable String toldChannel() {
        return told(channel);
    }

    /** The same by this delegation; null: by none. */
    public Via by(@Nullable UUID delegation) {
        return new Via(caller, channel, confirmation, delegation);
    }

    /** Whether a clerk or a bank's terminal acted for the person. */
    public boolean isAssisted() {
        return caller.is(Role.CLERK) || isAtTerminal();
    }

    /** Whether a bank's terminal did. */
    public boolean isAtTerminal() {
        return caller.is(Role.BANK);
    }

    /** The clerk's organisation; null where the person acted alone. */
    public @Nullable String operatorPlace() {
        return caller.scope() instanceof AccessScope.Subtree(var organization) ? organization : null;
    }

    /** How the person confirmed, as a word; null where the person acted alone. */
    public @Nullable String confirmedBy() {
        return confirmation == null ? null : confirmation.kind();
    }

    /** Where the proof of it lies; null where the person acted alone. */
    public @Nullable String confirmationReference() {
        return confirmation == null ? null : confirmation.reference();
    }
}
