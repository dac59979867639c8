package org.lingbao.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.lingbao.local.stack.Service;

/** How a company hires a worker without a gap, and its months come in through the tax bureau. */
record EmployerChapter(Api api, Memory memory, Told told, Worker worker) {
    /** The wage, and what follows from it: 8 % of it are the worker's account, 16 % the company's part. */
    static final String BASE = "6000.00";

    static final String PERSONAL = "480.00";
    static final String EMPLOYER = "960.00";
    private static final String COMPANY = "chen.employer";
    private static final String BUREAU = "tax-37";

    /** @param day the first day of work; that month is paid already */
    void hire(LocalDate day) {
        told.begin(Story.HIRE);
        var paid = YearMonth.from(day);
        var body = Map.of(
                "identityNumber",
                worker.number(),
                "name",
                worker.chineseName(),
                "place",
                TransferChapter.WEIFANG,
                "startsOn",
                day.toString());
        var token = api.signIn(COMPANY);
        var hired = api.post(Service.ENROLLMENT, "/employments", token, memory.key("hire"), body)
                .expect(201);
        var employment = memory.same("employment", hired.text("employmentId"));
        told.figure("employment", employment);
        var next = paid.plusMonths(1).toString();
        // the word of the paid month comes by an event, and may come after the hire
        var months = Waiting.until(
                        reply -> reply.body().path("from").asText().equals(next),
                        () -> api.get(Service.ENROLLMENT, "/employments/" + employment, token))
                .expect(200)
                .with("from", next);
        told.end(
                "A company hires him from " + day + " (用工登记): " + paid + ", which he has paid, stands,",
                "the company's months (单位参保) begin with " + months.text("from") + ": no gap, and no month twice");
    }

    /** What the bureau collected from the company for the month, told twice. */
    void pays(YearMonth month, LocalDate day) {
        told.begin(Story.EMPLOYER_PAYS);
        var batch = memory.key("employer batch");
        var line = Map.of(
                "voucherNumber",
                batch,
                "employmentId",
                memory.known("employment"),
                "month",
                month.toString(),
                "base",
                BASE,
                "personal",
                PERSONAL,
                "employer",
                EMPLOYER,
                "collectedAt",
                day + "T09:00:00+08:00");
        Map<String, Object> body = Map.of("batchNumber", batch, "results", List.of(line));
        for (var copy = 0; copy < 2; copy++) {
            var reply = api.post(Service.CONTRIBUTION, "/tax/employer-results", api.client(BUREAU), batch, body)
                    .expect(200)
                    .with("results/0/outcome", "PAID");
            var receipt = memory.same("employer receipt", reply.text("results/0/receiptNumber"));
            told.figure("employerReceipt", receipt);
        }
        told.end(
                "The tax bureau reports " + month + ", collected from the company, twice, and it is booked once:",
                PERSONAL + " of the worker's wage to his account, " + EMPLOYER + " of the company's pooled");
    }
}
