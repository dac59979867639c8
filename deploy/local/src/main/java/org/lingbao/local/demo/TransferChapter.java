package org.lingbao.local.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lingbao.local.stack.Service;

/** How Zhao's rights go home from Dalian to Weifang: by letters between two agencies and money between two banks. */
record TransferChapter(Api dalian, Api weifang, Memory memory, Told told, Cast cast) {
    static final String WEIFANG = "370700";

    private static final String BANK = "bank-ccb";

    void move(LocalDate day) {
        told.begin(Story.MOVE);
        BusinessDays.move(day, dalian, weifang);
        told.figure("movedTo", day.toString());
        told.end("A month goes by: it is " + day + ", and he goes home to Weifang (潍坊 370700)");
    }

    void join() {
        told.begin(Story.JOIN);
        var joining = new JoiningChapter(weifang, memory, told);
        var unused = joining.register(cast.zhao(), "370702");
        var reply = joining.enroll(cast.zhao(), WEIFANG, Map.of("workPlace", "370705"));
        told.end("He joins there, too, at once: ground " + reply.text("ground") + ", receipt (回执) "
                + reply.text("receiptNumber") + ", from " + reply.text("from"));
    }

    void apply() {
        told.begin(Story.APPLY);
        Map<String, Object> body = Map.of(
                "personId",
                person(weifang),
                "oldPlace",
                LiaoningChapter.DALIAN,
                "newPlace",
                WEIFANG,
                "statements",
                Map.of("drawingPension", false));
        var key = memory.key("transfer");
        var reply = Waiting.until(
                        known -> known.status() != 404,
                        () -> weifang.post(Service.TRANSFER, "/transfers", weifang.signIn(login()), key, body))
                .expect(201);
        var id = memory.same("transfer", reply.text("transferId"));
        told.figure("transfer", id);
        told.end(
                "He applies there for the transfer of what he paid in Dalian (转移接续申请): case " + id + ",",
                "taken over at once, and the contact letter (联系函), signed and encrypted, goes to Liaoning");
    }

    /** The banks do what the agencies order: the old place's pays, the new place's says what has arrived. */
    void send() {
        told.begin(Story.SEND);
        var sent = untilStatus(dalian, "FUNDS_SENT", "COMPLETED");
        var order = memory.once("payment order", this::order).split(" ", 3);
        var total = order[1];
        if (!total.equals(LiaoningChapter.BILL)) {
            throw new NotAsItShouldBe("Liaoning sends " + total + " instead of " + LiaoningChapter.BILL + ".");
        }
        var unused = dalian.ask(
                        Service.CONTRIBUTION,
                        "/payment-orders/" + order[2] + "/execution",
                        dalian.client(BANK),
                        Map.of())
                .expect(200);
        var serial = memory.once("bank serial", () -> UUID.randomUUID().toString());
        var body = Map.of(
                "serial", serial, "settlementReference", order[0], "amount", total, "valueDate", today().toString());
        var token = weifang.client(BANK);
        for (var copy = 0; copy < 2; copy++) {
            var booked = weifang.post(Service.CONTRIBUTION, "/bank-credits", token, serial, body)
                    .expect(201);
            var credit = memory.same("bank credit", booked.text("bankCreditId"));
            told.figure("bankCredit", credit);
        }
        told.figure("settlementReference", order[0]);
        told.figure("transferred", total);
        told.end(
                "Liaoning seals his account and states what is in it (信息表): " + sent.text("form/account")
                        + " account + " + sent.text("form/pooled") + " pooled, " + sent.text("form/contributionMonths")
                        + " month;",
                "its bank pays " + total + " under " + order[0] + "; Shandong's bank reports them, twice");
    }

    /** @return reference, amount and id */
    private String order() {
        var token = dalian.client(BANK);
        var reference = caseView(dalian).text("reference");
        var path = "/payment-orders";
        while (true) {
            var page = dalian.get(Service.CONTRIBUTION, path, token).expect(200);
            for (var order : page.list("orders")) {
                if (order.path("settlementReference").asText().equals(reference)) {
                    return String.join(
                            " ",
                            reference,
                            order.path("amount").asText(),
                            order.path("orderId").asText());
                }
            }
            path = "/payment-orders?after=" + page.text("next");
        }
    }

    void arrive() {
        told.begin(Story.ARRIVE);
        var here = untilStatus(weifang, "COMPLETED");
        var there = untilStatus(dalian, "COMPLETED");
        told.figure("transferStatus", Map.of("37", here.text("status"), "21", there.text("status")));
        told.end("The rights are in Weifang; both agencies' cases are " + here.text("status") + " (已办结)");
    }

    void compare() {
        told.begin(Story.COMPARE);
        var token = dalian.signIn(login());
        var path = "/persons/%s/statement?scheme=EMPLOYEE";
        var left = Waiting.until(
                reply -> reply.body().path("paidMonths").asInt(-1) == 0,
                () -> dalian.get(Service.CONTRIBUTION, path.formatted(person(dalian)), token));
        var unused = left.expect(200).with("paidMonths", "0").with("accountBalance", "0.00");
        var arrived = Waiting.until(
                        reply -> reply.status() == 200,
                        () -> weifang.get(Service.CONTRIBUTION, path.formatted(person(weifang)), token))
                .expect(200)
                .with("months/0/month", cast.month().toString())
                .with("months/0/place", LiaoningChapter.DALIAN)
                .with("months/0/base", LiaoningChapter.BASE);
        // a story that is gone on with may have paid the next month already
        var months = memory.once(
                "months arrived",
                () -> arrived.with("paidMonths", "1")
                        .with("accountBalance", LiaoningChapter.ACCOUNT)
                        .text("paidMonths"));
        told.figure("monthsAfterTransfer", Map.of("21", 0, "37", Integer.parseInt(months)));
        told.end(
                "Dalian has 0 months and 0.00 of his left, Weifang has 1 month (" + cast.month() + ") and "
                        + LiaoningChapter.ACCOUNT + " in his account:",
                "not a month and not a fen more or less than he paid");
    }

    private Reply untilStatus(Api api, String... wanted) {
        var reply = Waiting.until(
                        found -> found.status() == 200
                                && Arrays.asList(wanted)
                                        .contains(found.body().path("status").asText()),
                        () -> {
                            expectRunning();
                            return caseView(api);
                        })
                .expect(200);
        if (!Arrays.asList(wanted).contains(reply.text("status"))) {
            throw new NotAsItShouldBe("The case in cell " + api.cell().number() + " is " + reply.text("status")
                    + " instead of " + String.join(" or ", wanted) + ": " + reply.body());
        }
        return reply;
    }

    /** A case goes on by the letters of two transfer services and the money of two contribution services. */
    private void expectRunning() {
        for (var api : List.of(dalian, weifang)) {
            api.expectRunning(Service.TRANSFER);
            api.expectRunning(Service.CONTRIBUTION);
        }
    }

    private Reply caseView(Api api) {
        return api.get(Service.TRANSFER, "/transfers/" + memory.known("transfer"), api.signIn(login()));
    }

    /** On this day the money moves; a story that is gone on with has it from its beginning. */
    private LocalDate today() {
        return LocalDate.parse(memory.once(
                "transfer day",
                () -> weifang.get(Service.CONTRIBUTION, "/business-day", weifang.signIn("operator"))
                        .expect(200)
                        .text("day")));
    }

    private String login() {
        return cast.zhao().login();
    }

    private String person(Api api) {
        return memory.known(cast.zhao().personKey(api));
    }
}
