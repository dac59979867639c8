package org.lingbao.contribution.payment;

/** The payloads of the events of a booking, as SQL expressions over the bill and what is reported. */
final class PaidPayload {
    private static final String MONTHS = """
            (select json_agg(to_char(coalesce(first_month, adjusts_from) + make_interval(months => later), 'YYYY-MM') order by later)
             from generate_series(0, months - 1) later)""";

    private PaidPayload() {}

    /** contribution.month-paid.v1; a field of which nothing is known is left out. */
    static String months() {
        return """
                cast(json_strip_nulls(json_build_object(
                    'personId', person_id, 'scheme', scheme, 'place', place, 'months', %s,
                    'base', %s, 'pension', %s, 'account', %s, 'pooled', %s, 'standing', standing,
                    'receiptId', receipt_id, 'paidOn', paid_on, 'payer', encode(payer_index, 'hex'))) as text)""".formatted(
                MONTHS, yuan("base_fen"), yuan("account_fen + pooled_fen"), yuan("account_fen"), yuan("pooled_fen"));
    }

    /** contribution.months-adjusted.v1 */
    static String adjusted() {
        return """
                cast(json_build_object(
                    'personId', person_id, 'scheme', scheme, 'place', place, 'months', %s,
                    'base', %s, 'pension', %s, 'account', %s, 'pooled', %s,
                    'adjustedBillId', adjusts, 'receiptId', receipt_id, 'paidOn', paid_on) as text)""".formatted(
                MONTHS, yuan("base_fen"), yuan("account_fen + pooled_fen"), yuan("account_fen"), yuan("pooled_fen"));
    }

    /** contribution.year-paid.v1; the same. */
    static String year() {
        return """
                cast(json_strip_nulls(json_build_object(
                    'personId', person_id, 'scheme', scheme, 'place', place,
                    'year', to_char(first_month, 'YYYY'), 'own', %s, 'subsidy', %s,
                    'receiptId', receipt_id, 'paidOn', paid_on, 'payer', encode(payer_index, 'hex'))) as text)""".formatted(yuan("account_fen"), yuan("subsidy_fen"));
    }

    private static String yuan(String fen) {
        return "cast(cast((%s) / 100.0 as numeric(20, 2)) as text)".formatted(fen);
    }
}
