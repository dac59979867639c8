package org.lingbao.contribution.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person is about to miss.
 *
 * @param until windows that close by this day are told: so many working days from today
 * @param notBilled months that the plan asks for and that could not be billed: they are lost unless the person chooses again
 */
record ReminderView(LocalDate until, List<Reminder> reminders, List<NotBilled> notBilled) {

    /**
     * A month that could not be billed as it was chosen, such as one whose base is below a new lower limit.
     *
     * @param planId to be changed from this month on
     * @param reasons all of them
     */
    record NotBilled(UUID planId, String scheme, YearMonth month, List<Reason> reasons) {}

    /** One reason, with its words in the reader's language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(String code, String detail, @Nullable String citation, String howToFix) {}

    /**
     * A window that closes soon. After it nothing can be paid for these months any more: whoever offers that is a fraud (不得补缴).
     *
     * @param kind MONTHS, ADJUSTMENT or YEAR, as of the bill
     * @param closesOn the last day
     * @param amount what is to be paid until then, in yuan
     */
    record Reminder(
            UUID billId,
            String scheme,
            String place,
            String kind,
            List<YearMonth> months,
            LocalDate closesOn,
            String amount,
            Cost cost) {}

    /**
     * What missing it costs.
     *
     * @param months that count for nothing; 0 of an adjustment, whose months are paid
     * @param account what does not come into the individual account, government's part included, in yuan
     * @param pensionAMonth an estimate of what the pension is less a month, in today's yuan; absent where birth date and category
     *     were not given, or the rules cannot say
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cost(int months, String account, @Nullable String pensionAMonth) {}
}
