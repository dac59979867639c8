package org.lingbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.lingbao.local.stack.Service;

/** What a worker has in the end, and that the ledgers of both cells prove themselves. */
record ProofChapter(Api dalian, Api weifang, Memory memory, Told told) {

    void statement(Worker worker, List<PaidMonth> months) {
        told.begin(Story.STATEMENT);
        var account = sum(months, PaidMonth::account);
        var pooled = sum(months, PaidMonth::pooled);
        var path = "/persons/" + memory.known(worker.personKey(weifang)) + "/statement?scheme=EMPLOYEE";
        var reply = weifang.get(Service.CONTRIBUTION, path, weifang.signIn(worker.login()))
                .expect(200)
                .with("accountBalance", account)
                .with("pooledTotal", pooled);
        var found = reply.list("months").stream().map(ProofChapter::shown).toList();
        var wanted = months.stream().map(ProofChapter::shown).toList();
        if (!found.equals(wanted)) {
            throw new NotAsItShouldBe("The statement has the months " + found + " instead of " + wanted + ".");
        }
        told.figure("paidMonths", found.size());
        told.figure("account", account);
        told.figure("pooled", pooled);
        var segments =
                reply.list("segments").stream().map(ProofChapter::segment).toList();
        told.end(
                "The statement (权益记录) of " + worker.name() + ": " + found.size() + " months, account " + account
                        + ", pooled " + pooled + ";",
                "segments: " + String.join(", ", segments));
    }

    private static String shown(JsonNode month) {
        return String.join(
                " ",
                month.path("month").asText(),
                month.path("place").asText(),
                month.path("base").asText());
    }

    private static String shown(PaidMonth month) {
        return month.month() + " " + month.place() + " " + month.base();
    }

    private static String segment(JsonNode segment) {
        var standing = segment.path("standing").asText();
        return segment.path("place").asText() + " " + segment.path("from").asText() + " to "
                + segment.path("to").asText() + (standing.isEmpty() ? "" : " " + standing);
    }

    private static String sum(List<PaidMonth> months, Function<PaidMonth, String> amount) {
        return months.stream()
                .map(amount)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    void proof() {
        told.begin(Story.PROOF);
        told.end(
                "Both ledgers (总账) prove themselves, each set zero, each balance the sum of its entries:",
                "Shandong " + proofOf(weifang) + ", Liaoning " + proofOf(dalian));
    }

    private String proofOf(Api api) {
        var reply = api.get(Service.CONTRIBUTION, "/ledger/check", api.signIn("auditor"))
                .expect(200);
        if (!reply.body().path("ok").asBoolean()) {
            throw new NotAsItShouldBe("The ledger of cell " + api.cell().number() + " does not add up: "
                    + reply.body().path("findings"));
        }
        told.figure("ledgerEntries." + api.cell().number(), Long.parseLong(reply.text("entries")));
        return reply.text("entries") + " entries in " + reply.text("entrySets") + " sets";
    }
}
