package org.lingbao.enrollment.channel;

import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.identity.Role;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Whether an act came in by a way that is open to who acts, and whether the person stands behind it (帮办代办). */
@ApplicationScoped
public class Assistance {
    private final Channels channels;

    Assistance(Channels channels) {
        this.channels = channels;
    }

    /** What is wrong with a channel that the caller names: there is none such, or it is not open to them. */
    public Optional<Violation> unknown(Caller caller, String channel) {
        return channels.find(channel, caller.roles()).isPresent()
                ? Optional.empty()
                : Optional.of(new Violation("UNKNOWN_CHANNEL")
                        .with(
                                "suggestions",
                                channels.openTo(caller.roles()).stream()
                                        .map(Channel::code)
                                        .collect(Collectors.joining(", ")))
                        .at("/channel"));
    }

    /** The same of one that may be left out. */
    public Optional<Violation> unknownIfAny(Caller caller, @Nullable String channel) {
        return channel == null ? Optional.empty() : unknown(caller, channel);
    }

    /**
     * How a request came in, where nothing else of it has to be told together with the channel.
     *
     * @param channel null: the request may leave it out
     * @throws ProblemException 400 for a channel that there is not, or that is not open to the caller
     */
    public Via via(Caller caller, @Nullable String channel, @Nullable Confirmation confirmation) {
        unknownIfAny(caller, channel).ifPresent(unknown -> {
            throw new ProblemException(Problem.malformed(unknown));
        });
        return Via.of(caller, channel, confirmation);
    }

    /**
     * A bank's client acts for persons only where one stands before it: at a terminal.
     *
     * @throws ForbiddenException for a bank's own system
     */
    public static void refuseWithoutTerminal(Caller caller) {
        if (caller.is(Role.BANK) && (caller.bank() == null || caller.terminal() == null)) {
            throw new ForbiddenException("the token names no bank terminal");
        }
    }

    /**
     * What is missing of the person's confirmation, where a clerk or a bank's terminal acts for them: neither alone moves anybody's
     * insurance.
     */
    public Optional<Violation> unconfirmed(Via via) {
        if (!via.isAssisted()) {
            return Optional.empty();
        }
        var kinds = kinds(via);
        var given = via.confirmation();
        if (given == null) {
            return Optional.of(new Violation("CONFIRMATION_REQUIRED")
                    .with("channel", via.channel())
                    .with("suggestions", names(kinds))
                    .at("/confirmation"));
        }
        return kinds.stream().anyMatch(kind -> kind.name().equals(given.kind()))
                ? Optional.empty()
                : Optional.of(new Violation("CONFIRMATION_NOT_ACCEPTED")
                        .with("kind", given.kind())
                        .with("channel", via.channel())
                        .with("suggestions", names(kinds))
                        .at("/confirmation/kind"));
    }

    /** Those that the channel takes; all, where none is named. */
    private Set<Confirmation.Kind> kinds(Via via) {
        return channels.find(via.channel(), via.caller().roles())
                .map(Channel::confirmations)
                .orElseGet(() -> EnumSet.allOf(Confirmation.Kind.class));
    }

    private static String names(Set<Confirmation.Kind> kinds) {
        return kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }

    /**
     * For what has no decision of the law in which this could be told.
     *
     * @throws ProblemException 422 for a confirmation that is missing
     */
    public void refuseUnconfirmed(Via via) {
        unconfirmed(via).ifPresent(missing -> {
            throw new ProblemException(Problem.unprocessable("not-confirmed", List.of(missing)));
        });
    }
}
