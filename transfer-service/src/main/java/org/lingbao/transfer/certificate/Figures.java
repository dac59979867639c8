package org.lingbao.transfer.certificate;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;

/**
 * What a certificate states, but for whose it is: that only enrollment keeps.
 *
 * @param number of the certificate (编号)
 * @param place of enrollment (参保地)
 * @param from the first paid month
 * @param to the last one
 * @param months how many were paid (实际缴费月数)
 * @param balance of the individual account (个人账户储存额)
 * @param relationLives whether the person is still enrolled there
 */
record Figures(
        String number,
        String verificationCode,
        UUID person,
        Place place,
        YearMonth from,
        YearMonth to,
        int months,
        Money balance,
        boolean relationLives,
        LocalDate issuedOn) {

    static Figures read(Row row) {
        return new Figures(
                row.getString("number"),
                row.getString("verification_code"),
                row.getUUID("person_id"),
                new Place(row.getString("place")),
                YearMonth.from(row.getLocalDate("from_month")),
                YearMonth.from(row.getLocalDate("to_month")),
                row.getInteger("months"),
                new Money(row.getLong("balance_fen")),
                row.getBoolean("relation_lives"),
                row.getLocalDate("issued_on"));
    }
}
