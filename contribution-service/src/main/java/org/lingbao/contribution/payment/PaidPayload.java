package org.lingbao.contribution.payment;

/**
 * The payloads of the events of a booking, as SQL expressions over the bill and what is reported. They are written as text: of ids,
 * codes, days and digits none needs an escape, and to build an object and write it took longer than the row.
 */
final class PaidPayload {
    private static final String BEGINS = "coalesce(first_month, adjusts_from)";

    private static final String MONTHS = """
            case when months = 1 then '["' || to_char(%1$s, 'YYYY-MM') || '"]'
                 else cast((select json_agg(to_char(%1$s + make_interval(months => later), 'YYYY-MM') order by later)
                            from generate_series(0, months - 1) later) as text) end""".formatted(BEGINS);

    private static final String PAID_ON = "to_char(paid_on, 'YYYY-MM-DD')";

    /** Left out where it is not known. */
    private static final String PAYER = """
            coalesce(',"payer":"' || encode(payer_index, 'hex') || '"', '')""";

    private PaidPayload() {}

    /** contribution.month-paid.v1 */
    static String months() {
        return """
                format('{"personId":"%%s","scheme":"%%s","place":"%%s","months":%%s,"base":"%%s","pension":"%%s","account":"%%s",'
                       '"pooled":"%%s","standing":"%%s","receiptId":"%%s","paidOn":"%%s"%%s}',
                       person_id, scheme, place, %s, %s, %s, %s, %s, standing, receipt_id, %s, %s)""".formatted(
                        MONTHS,
                        yuan("base_fen"),
                        yuan("account_fen + pooled_fen"),
                        yuan("account_fen"),
                        yuan("pooled_fen"),
                        PAID_ON,
                        PAYER);
    }

    /** contribution.months-adjusted.v1 */
    static String adjusted() {
        return """
                format('{"personId":"%%s","scheme":"%%s","place":"%%s","months":%%s,"base":"%%s","pension":"%%s","account":"%%s",'
                       '"pooled":"%%s","adjustedBillId":"%%s","receiptId":"%%s","paidOn":"%%s"}',
                       person_id, scheme, place, %s, %s, %s, %s, %s, adjusts, receipt_id, %s)""".formatted(
                        MONTHS,
                        yuan("base_fen"),
                        yuan("account_fen + pooled_fen"),
                        yuan("account_fen"),
                        yuan("pooled_fen"),
                        PAID_ON);
    }

    /** contribution.year-paid.v1 */
    static String year() {
        return """
                format('{"personId":"%%s","scheme":"%%s","place":"%%s","year":"%%s","own":"%%s","subsidy":"%%s","receiptId":"%%s",'
                       '"paidOn":"%%s"%%s}',
                       person_id, scheme, place, to_char(first_month, 'YYYY'), %s, %s, receipt_id, %s, %s)""".formatted(yuan("account_fen"), yuan("subsidy_fen"), PAID_ON, PAYER);
    }

    /** Of an amount that is not negative. */
    private static String yuan(String fen) {
        return "(%1$s) / 100 || '.' || lpad(cast((%1$s) %% 100 as text), 2, '0')".formatted(fen);
    }
}
