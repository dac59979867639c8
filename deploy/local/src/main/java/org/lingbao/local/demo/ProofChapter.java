package org.lingbao.local.demo;

import java.util.List;
import java.util.Map;
import org.lingbao.local.stack.Service;

/** What a worker has in the end, and that the ledgers of both cells prove themselves. */
record ProofChapter(Api dalian, Api weifang, Memory memory, Told told) {

    /** @param months every paid month, with the place where it was paid, in order */
    void statement(Worker worker, List<Map.Entry<String, String>> months, String account, String pooled) {
        told.begin(Story.STATEMENT);
        var path = "/persons/" + memory.known(worker.personKey(weifang)) + "/statement?scheme=EMPLOYEE";
        var reply = weifang.get(Service.CONTRIBUTION, path, weifang.signIn(worker.login()))
                .expect(200)
                .with("accountBalance", account)
                .with("pooledTotal", pooled);
        var found = reply.list("months").stream()
                .map(month -> Map.entry(
                        month.path("month").asText(), month.path("place").asText()))
                .toList();
        if (!found.equals(months)) {
            throw new NotAsItShouldBe("The statement has the months " + found + " instead of " + months + ".");
        }
        told.figure("paidMonths", found.size());
        told.figure("account", account);
        told.figure("pooled", pooled);
        var segments = reply.list("segments").stream()
                .map(segment -> segment.path("place").asText() + " "
                        + segment.path("from").asText() + " to "
                        + segment.path("to").asText())
                .toList();
        told.end(
                "The statement (权益记录) of " + worker.name() + ": " + found.size() + " months, account " + account
                        + ", pooled " + pooled + ";",
                "segments: " + String.join(", ", segments));
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
