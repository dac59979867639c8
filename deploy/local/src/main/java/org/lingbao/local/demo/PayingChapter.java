package org.lingbao.local.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Service;

/** From the base that Zhao chooses to the proof of the ledger. */
record PayingChapter(Api api, Memory memory, Told told, Cast cast) {
    /** Zhao's choice, and what follows from it: 20 % of the base, of which 8 % of the base are his account. */
    static final String BASE = "4573.00";

    static final String BILL = "914.60";
    static final String ACCOUNT = "365.84";
    static final String POOLED = "548.76";

    private static final Duration EVENT_LIMIT = Duration.ofSeconds(30);
    private static final long SEQUENCES = 9_000_000_000L;

    void choose() {
        told.begin(Story.CHOOSE);
        var body = Map.of(
                "personId",
                zhao(),
                "scheme",
                "EMPLOYEE",
                "base",
                BASE,
                "period",
                "MONTH",
                "from",
                cast.month().toString());
        var reply = postWhenKnown(body)
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
                "He chooses the base (缴费基数) " + BASE + " a month from " + cast.month() + ";",
                "the bill (账单): " + BILL + " = " + ACCOUNT + " for his account (个人账户) + " + POOLED
                        + " pooled (统筹基金), payable until " + reply.text("bill/payableUntil"));
    }

    /** Contribution learns of the enrollment by an event, a moment later. */
    private Reply postWhenKnown(Map<String, String> body) {
        var key = memory.once("key.plan", () -> UUID.randomUUID().toString());
        var deadline = System.nanoTime() + EVENT_LIMIT.toNanos();
        while (true) {
            var reply = api.post(Service.CONTRIBUTION, "/plans", api.signIn(cast.zhao()), key, body);
            var notYet = reply.status() == 404 && reply.codes().contains("RELATION_NOT_KNOWN");
            if (!notYet || System.nanoTime() > deadline) {
                return reply;
            }
            Pause.millis(200);
        }
    }

    void lookUp() {
        told.begin(Story.LOOK_UP);
        var token = api.client(Cast.TERMINAL);
        var found = api.ask(Service.ENROLLMENT, "/persons/lookup", token, Map.of("identityNumber", cast.zhaoNumber()))
                .expect(200)
                .with("personId", zhao());
        var masked = JoiningChapter.masked(found, cast.zhaoNumber());
        var bill = memory.once("terminal.bill", () -> openBill(token));
        told.end("A village terminal (裕农通) finds him as " + masked + " and his open bill " + bill);
    }

    private String openBill(String token) {
        var reply = api.get(Service.CONTRIBUTION, "/bills?status=OPEN&personId=" + zhao(), token)
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
                "sequence", () -> Long.toString(1 + ThreadLocalRandom.current().nextLong(SEQUENCES))));
    }

    private Reply payment(long sequence) {
        var terminal = Cast.TERMINAL.substring("terminal-".length());
        var body = new HashMap<String, Object>();
        body.put("sequence", sequence);
        body.put("billId", memory.known("terminal.bill"));
        body.put("amount", BILL);
        body.put("occurredAt", cast.day() + "T10:15:00+08:00");
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

    void statement() {
        told.begin(Story.STATEMENT);
        var path = "/persons/" + zhao() + "/statement?scheme=EMPLOYEE";
        var reply = api.get(Service.CONTRIBUTION, path, api.signIn(cast.zhao()))
                .expect(200)
                .with("paidMonths", "1")
                .with("months/0/month", cast.month().toString())
                .with("months/0/receiptNumber", memory.known("payment receipt"))
                .with("accountBalance", ACCOUNT)
                .with("pooledTotal", POOLED);
        told.figure("paidMonths", 1);
        told.figure("account", reply.text("accountBalance"));
        told.figure("pooled", reply.text("pooledTotal"));
        told.end(
                "His statement (权益记录): 1 month paid (" + cast.month() + "), account " + ACCOUNT + ", pooled " + POOLED);
    }

    void proof() {
        told.begin(Story.PROOF);
        var reply = api.get(Service.CONTRIBUTION, "/ledger/check", api.signIn("auditor"))
                .expect(200);
        if (!reply.body().path("ok").asBoolean()) {
            throw new NotAsItShouldBe(
                    "The ledger does not add up: " + reply.body().path("findings"));
        }
        told.figure("ledgerEntries", Long.parseLong(reply.text("entries")));
        told.end("The ledger (总账) proves itself: " + reply.text("entries") + " entries in " + reply.text("entrySets")
                + " sets, each set zero, each balance the sum of its entries");
    }

    private String zhao() {
        return memory.known("zhao.personId");
    }
}
