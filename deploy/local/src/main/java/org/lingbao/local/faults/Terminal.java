package org.lingbao.local.faults;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.lingbao.local.faults.Journal.Kind;
import org.lingbao.local.stack.Service;

/** A bank's terminal takes money for one bill after the other; now and then it sends what must be refused. */
final class Terminal implements Runnable {
    /** More than one load sends. */
    static final int MOST = 1_000_000;

    /** Beyond those of the story. */
    private static final long FROM = 1_000_000_000L;

    private static final long TO = 9_999_000_000L - MOST;
    private static final int ROUND = 16;
    private static final int REUSES = 7;
    private static final int SENDS_NONSENSE = 15;

    private final Client client;
    private final FreshTokens tokens;
    private final Stock stock;
    private final String terminal;
    private final LocalDate today;
    private final long first;
    private int sent;
    private String used = "";

    /**
     * @param terminal as in {@code 370702-0001}
     * @param first its first sequence
     */
    Terminal(Client client, FreshTokens tokens, Stock stock, String terminal, LocalDate today, long first) {
        this.first = first;
        this.client = client;
        this.tokens = tokens;
        this.stock = stock;
        this.terminal = terminal;
        this.today = today;
    }

    /** The first sequence of a terminal in one load: no other load's, as good as certainly. */
    static long anyFirst() {
        return ThreadLocalRandom.current().nextLong(FROM, TO);
    }

    @Override
    public void run() {
        stock.bill().ifPresent(bill -> {
            var sequence = first + sent++;
            switch (sent % ROUND) {
                case REUSES -> reuse(bill);
                case SENDS_NONSENSE ->
                    refused(Kind.BAD_PAYMENT, reference(sequence), bill.id(), sequence, bill, "0.00");
                default -> pay(sequence, bill);
            }
        });
    }

    private void pay(long sequence, Stock.Bill bill) {
        var command = command(
                Kind.PAYMENT,
                reference(sequence),
                bill.id() + " " + bill.person(),
                body(sequence, bill, bill.amount()));
        if (client.write(command).isPresent()) {
            used = reference(sequence);
        }
    }

    /** The same sequence with another amount. */
    private void reuse(Stock.Bill bill) {
        if (!used.isEmpty()) {
            var sequence = Long.parseLong(used.substring(terminal.length() + 1));
            refused(Kind.REUSED_REFERENCE, used + "/" + sent, used, sequence, bill, "1.00");
        }
    }

    private void refused(Kind kind, String key, String about, long sequence, Stock.Bill bill, String amount) {
        var done = client.write(command(kind, key, about, body(sequence, bill, amount)));
        assert done.isEmpty();
    }

    private String reference(long sequence) {
        return terminal + "-" + sequence;
    }

    private Map<String, ?> body(long sequence, Stock.Bill bill, String amount) {
        var body = new HashMap<String, Object>();
        body.put("sequence", sequence);
        body.put("billId", bill.id());
        body.put("amount", amount);
        body.put("occurredAt", today + "T10:15:00+08:00");
        return body;
    }

    private Command command(Kind kind, String key, String about, Map<String, ?> body) {
        return new Command(
                kind,
                key,
                about,
                Service.CONTRIBUTION,
                "POST",
                "/payments",
                () -> tokens.client("terminal-" + terminal),
                body,
                answer -> answer.path("receiptNumber").asText() + " "
                        + answer.path("outcome").asText() + " "
                        + answer.path("receiptId").asText());
    }
}
