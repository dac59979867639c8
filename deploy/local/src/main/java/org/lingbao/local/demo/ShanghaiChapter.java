package org.lingbao.local.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.lingbao.local.stack.Service;

/** How the worker leaves the company and goes on in Shanghai, where one bill is for pension and medical insurance. */
record ShanghaiChapter(Api weifang, Api shanghai, Memory memory, Told told, Worker worker) {
    private static final String SHANGHAI = "310000";
    private static final String DISTRICT = "310115";
    private static final String DRIVER = "4-02-02-01";
    private static final String COMPANY = "chen.employer";
    private static final String BASE = "7546.00";
    private static final String ACCOUNT = "603.68";
    private static final String POOLED = "905.52";
    private static final String MEDICAL = "754.60";
    private static final String BILL = "2263.80";

    /** @param day his last one */
    void leave(LocalDate day) {
        told.begin(Story.LEAVE);
        var path = "/employments/" + memory.known("employment");
        var ended = weifang.ask(
                        Service.ENROLLMENT, path + "/end", weifang.signIn(COMPANY), Map.of("endedOn", day.toString()))
                .expect(200)
                .with("to", YearMonth.from(day).toString());
        told.end("He leaves the company on " + day + " (停保减员): its last month is " + ended.text("to")
                + ", and from the next on he may pay for himself again");
    }

    /** @param month the first in Shanghai */
    void join(YearMonth month) {
        told.begin(Story.SHANGHAI);
        var joining = new JoiningChapter(shanghai, memory, told);
        var _ = joining.register(worker, "370702");
        registerEmployment();
        var reply = joining.enroll(worker, SHANGHAI, Map.of("workPlace", DISTRICT));
        told.end(
                "In " + month
                        + " he works in Shanghai (上海), whose rule asks for work there, whatever the hukou, and that it is"
                        + " registered first (就业登记):",
                "ground " + reply.text("ground") + ", receipt (回执) " + reply.text("receiptNumber") + ", from "
                        + reply.text("from"));
    }

    private void registerEmployment() {
        var body = Map.of(
                "personId",
                memory.known(worker.personKey(shanghai)),
                "occupation",
                DRIVER,
                "place",
                DISTRICT,
                "form",
                "OTHER_FLEXIBLE",
                "channel",
                "ELECTRONIC_SOCIAL_SECURITY_CARD");
        var key = memory.key("employment in Shanghai");
        var reply = shanghai.post(
                        Service.ENROLLMENT, "/employment-registrations", shanghai.signIn(worker.login()), key, body)
                .expect(201);
        told.figure("employmentRegistration", memory.same("employment registration", reply.text("registrationId")));
    }

    void bill(YearMonth month) {
        told.begin(Story.MEDICAL_RIDER);
        var body = Map.of(
                "personId",
                memory.known(worker.personKey(shanghai)),
                "scheme",
                "EMPLOYEE",
                "base",
                BASE,
                "period",
                "MONTH",
                "from",
                month.toString());
        var key = memory.key("plan in Shanghai");
        var reply = Waiting.untilKnown(
                        () -> shanghai.post(Service.CONTRIBUTION, "/plans", shanghai.signIn(worker.login()), key, body))
                .expect(201)
                .with("base", BASE)
                .with("monthly/account", ACCOUNT)
                .with("monthly/pooled", POOLED)
                .with("monthly/medical", MEDICAL)
                .with("bill/amount", BILL);
        told.figure("shanghaiBill", memory.same("bill in Shanghai", reply.text("bill/billId")));
        told.figure("shanghaiMedical", MEDICAL);
        told.end(
                "Shanghai collects both on one base (" + BASE + "): " + BILL + " = " + ACCOUNT + " account + " + POOLED
                        + " pooled + " + MEDICAL + " medical (医保);",
                "how it may be paid there is not confirmed in the data, so the bill offers no channel instead of a guess");
    }
}
