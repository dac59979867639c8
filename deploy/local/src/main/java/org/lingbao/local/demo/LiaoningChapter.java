package org.lingbao.local.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lingbao.local.stack.Service;

/** What Zhao does in Dalian: he joins by his residence permit and pays one month by a tier, through the tax bureau. */
record LiaoningChapter(Api api, Memory memory, Told told, Cast cast) {
    static final String DALIAN = "210200";

    /** Tier 100 of Liaoning in 2026, and what follows from it: 20 % of the base, of which 8 % of the base are his account. */
    static final String BASE = "7555.00";

    static final String BILL = "1511.00";
    static final String ACCOUNT = "604.40";
    static final String POOLED = "906.60";

    private static final int TIER = 100;
    private static final String BUREAU = "tax-21";

    void register() {
        told.begin(Story.REGISTER);
        var masked = joining().register(cast.zhao(), "370702");
        told.end(cast.zhao().name() + ", ride-hailing driver (网约车司机) in Dalian (大连 210200), registers: " + masked);
    }

    void enroll() {
        told.begin(Story.ENROLL);
        var reply = joining().enroll(cast.zhao(), DALIAN, Map.of("residencePermit", "210202"));
        told.end(
                "His household register is in Weifang, so Liaoning asks for a residence permit (居住证); with it he is"
                        + " enrolled at once:",
                "ground " + reply.text("ground") + ", receipt (回执) " + reply.text("receiptNumber") + ", from "
                        + reply.text("from"));
    }

    void tier() {
        told.begin(Story.TIER);
        Map<String, Object> body = Map.of(
                "personId",
                zhao(),
                "scheme",
                "EMPLOYEE",
                "tierPercent",
                TIER,
                "period",
                "MONTH",
                "from",
                cast.month().toString());
        var key = memory.once("key.tier", () -> UUID.randomUUID().toString());
        var reply = Waiting.untilKnown(() -> api.post(
                        Service.CONTRIBUTION, "/plans", api.signIn(cast.zhao().login()), key, body))
                .expect(201)
                .with("bill/amount", BILL)
                .with("monthly/account", ACCOUNT)
                .with("monthly/pooled", POOLED);
        var bill = memory.same("tier bill", reply.text("bill/billId"));
        told.figure("tierBill", bill);
        told.end(
                "He chooses tier (档次) " + TIER + ", a base of " + BASE + ", from " + cast.month() + ";",
                "the bill: " + BILL + " = " + ACCOUNT + " + " + POOLED + ", which the tax bureau collects (税务征收)");
    }

    void tax() {
        told.begin(Story.TAX);
        var token = api.client(BUREAU);
        var bill = memory.known("tier bill");
        var assessed = assessment(token, bill);
        var voucher =
                memory.once("voucher", () -> "V" + UUID.randomUUID().toString().replace("-", ""));
        var batch = memory.once("tax batch", () -> UUID.randomUUID().toString());
        var body = Map.of(
                "batchNumber",
                batch,
                "results",
                List.of(Map.of(
                        "voucherNumber",
                        voucher,
                        "billId",
                        bill,
                        "amount",
                        BILL,
                        "collectedAt",
                        cast.day() + "T09:30:00+08:00")));
        var reply = api.post(Service.CONTRIBUTION, "/tax/results", token, batch, body);
        var again = api.post(Service.CONTRIBUTION, "/tax/results", token, batch, body);
        var receipt = memory.same("tax receipt", paid(reply));
        if (!again.body().equals(reply.body())) {
            throw new NotAsItShouldBe("The same batch again was answered " + again.body());
        }
        told.figure("taxReceipt", receipt);
        told.end(
                "The bureau fetches the assessment (核定) of " + assessed
                        + ", collects it and reports the result, twice:",
                "one receipt " + receipt + ", " + ACCOUNT + " to his account, " + POOLED + " pooled");
    }

    /** The bureau reads page by page until it has the bill; one that is collected is not handed out any more. */
    private String assessment(String token, String bill) {
        var known = memory.once("assessed", () -> {
            var path = "/tax/assessments";
            while (true) {
                var page = api.get(Service.CONTRIBUTION, path, token).expect(200);
                for (var assessed : page.list("assessments")) {
                    if (assessed.path("billId").asText().equals(bill)) {
                        return assessed.path("amount").asText();
                    }
                }
                path = "/tax/assessments?after=" + page.text("next");
            }
        });
        if (!known.equals(BILL)) {
            throw new NotAsItShouldBe("The tax bureau is handed " + known + " instead of " + BILL + ".");
        }
        return known;
    }

    private static String paid(Reply reply) {
        return reply.expect(200).with("results/0/outcome", "PAID").text("results/0/receiptNumber");
    }

    private JoiningChapter joining() {
        return new JoiningChapter(api, memory, told);
    }

    private String zhao() {
        return memory.known(cast.zhao().personKey(api));
    }
}
