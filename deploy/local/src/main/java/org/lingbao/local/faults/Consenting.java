package org.lingbao.local.faults;

import java.util.Map;
import java.util.Optional;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.stack.Service;

/**
 * Somebody grants and revokes a consent again and again, so that one key has many events whose order is known. Where an
 * outcome is unknown somebody else goes on: the request may still be done later, and must not undo what comes after it.
 */
final class Consenting implements Runnable {
    private static final String PURPOSE = "STATEMENT_AT_TERMINAL";
    private static final int TIMES = 40;

    private final Client client;
    private final FreshTokens tokens;
    private final Stock stock;
    private Optional<Stock.Member> member = Optional.empty();
    private int times;

    Consenting(Client client, FreshTokens tokens, Stock stock) {
        this.client = client;
        this.tokens = tokens;
        this.stock = stock;
    }

    @Override
    public void run() {
        if (member.isEmpty()) {
            member = stock.member();
            times = 0;
        }
        member.ifPresent(this::turn);
    }

    private void turn(Stock.Member who) {
        var command = times % 2 == 0
                ? command(Kind.CONSENT_GRANTED, who, "POST", "", Map.of("purpose", PURPOSE, "version", 1))
                : command(Kind.CONSENT_REVOKED, who, "DELETE", "/" + PURPOSE, Map.of());
        times++;
        if (client.write(command).isEmpty() || times == TIMES) {
            member = Optional.empty();
        }
    }

    private Command command(Kind kind, Stock.Member who, String method, String rest, Map<String, ?> body) {
        return new Command(
                kind,
                who.person() + "-" + times,
                who.person(),
                Service.ENROLLMENT,
                method,
                "/persons/" + who.person() + "/consents" + rest,
                () -> tokens.person(who.login()),
                body,
                answer -> "done");
    }
}
