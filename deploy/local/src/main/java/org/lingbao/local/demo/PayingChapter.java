package org.lingbao.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.lingbao.local.stack.Service;

/**
 * How a worker pays a month in Weifang, at a terminal.
 *
 * @param day of the payment
 */
record PayingChapter(Api api, Memory memory, Told told, Worker worker, LocalDate day) {
    /** The choice, and what follows from it: 20 % of the base, of which 8 % of the base are the worker's account. */
    static final String BASE = "4573.00";

    static final String BILL = "914.60";
    static final String ACCOUNT = "365.84";
    static final String POOLED = "548.76";

    /** Beyond them are those of the loads under which something is made to fail. */
    private static final long SEQUENCES = 1_000_000_000L;

    void choose() {
        told.begin(Story.CHOOSE);
        var body = Map.of(
                "personId",
                person(),
                "scheme",
                "EMPLOYEE",
                "base",
                BASE,
                "period",
                "MONTH",
                "from",
                month().toString());
        var key = memory.key("plan");
        var reply = Waiting.untilKnown(
                        () -> api.post(Service.CONTRIBUTION, "/plans", api.signIn(worker.login()), key, body))
                .expect(201)
                .with("base", BASE)
                .with("bill/amount", BILL)
                .with("monthly/account", ACCOUNT)
                .with("monthly/pooled", POOLED);
        var bill = memory.same("bill", reply.text("bill/billId"));
        told.figure("billId", bill);
        told.figure("base", BASE);
        told.figure("billAmount", BILL);
        told.end(
                worker.name() + " chooses the base (缴费基数) " + BASE + " a month from " + month() + ";",
                "the bill (账单): " + BILL + " = " + ACCOUNT + " for the account (个人账户) + " + POOLED
                        + " pooled (统筹基金), payable until " + reply.text("bill/payableUntil"));
    }

    void lookUp() {
        told.begin(Story.LOOK_UP);
        var token = api.client(Cast.TERMINAL);
        var found = api.ask(Service.ENROLLMENT, "/persons/lookup", token, Map.of("identityNumber", worker.number()))
                .expect(200)
                .with("personId", person());
        var masked = JoiningChapter.masked(found, worker.number());
        var bill = memory.once("terminal.bill", () -> openBill(token));
        told.end("A village terminal (裕农通) finds the worker as " + masked + " and the open bill " + bill);
    }

    private String openBill(String token) {
        var reply = api.get(Service.CONTRIBUTION, "/bills?status=OPEN&personId=" + person(), token)
                .expect(200);
        var open = reply.list("bills").stream()
                .map(bill -> bill.path("billId").asText())
                .toList();
        var bill = memory.known("bill");
        if (!open.equals(List.of(bill))) {
            throw new NotAsItShouldBe("The terminal sees the open bills " + open + " instead of " + bill + ".");
        }
        return bill;
    }

    void pay() {
        told.begin(Story.PAY);
        var reply = payment(sequence())
                .expect(201)
                .with("outcome", "PAID")
                .with("amount", BILL)
                .with("account", ACCOUNT)
                .with("pooled", POOLED);
        var receipt = memory.same("payment receipt", reply.text("receiptNumber"));
        told.figure("paymentReceipt", receipt);
        told.end("It pays " + BILL + ": receipt (收据) " + receipt + ", " + ACCOUNT + " to the account, " + POOLED
                + " pooled");
    }

    private long sequence() {
        return Long.parseLong(memory.once(
                "sequence", () -> Long.toString(ThreadLocalRandom.current().nextLong(1, SEQUENCES))));
    }

    private Reply payment(long sequence) {
        var terminal = Cast.TERMINAL.substring("terminal-".length());
        var body = new HashMap<String, Object>();
        body.put("sequence", sequence);
        body.put("billId", memory.known("terminal.bill"));
        body.put("amount", BILL);
        body.put("occurredAt", day + "T10:15:00+08:00");
        return api.post(Service.CONTRIBUTION, "/payments", api.client(Cast.TERMINAL), terminal + "-" + sequence, body);
    }

    void payAgain() {
        told.begin(Story.PAY_AGAIN);
        var reply = payment(sequence()).expect(201).with("receiptNumber", memory.known("payment receipt"));
        if (!reply.replayed()) {
            throw new NotAsItShouldBe("The same payment sent again was answered " + reply.status()
                    + " without Idempotent-Replayed: " + reply.body());
        }
        told.end("The line was bad, so it sends the same again: the same receipt, and one posting only");
    }

    void payTwice() {
        told.begin(Story.PAY_TWICE);
        var reply =
                payment(sequence() + 1).expect(201).with("outcome", "SUSPENDED").with("amount", BILL);
        var reasons = reply.list("reasons").stream()
                .map(reason -> reason.path("code").asText())
                .toList();
        if (!reasons.equals(List.of("ALREADY_PAID"))) {
            throw new NotAsItShouldBe(
                    "The second payment is suspended for " + reasons + ", not for ALREADY_PAID only.");
        }
        told.figure("suspended", BILL);
        told.end("A second payment of the same bill is not lost and not posted: " + BILL
                + " in suspense (暂存), because ALREADY_PAID");
    }

    private YearMonth month() {
        return YearMonth.from(day);
    }

    private String person() {
        return memory.known(worker.personKey(api));
    }
}
