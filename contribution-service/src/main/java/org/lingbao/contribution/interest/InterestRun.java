package org.lingbao.contribution.interest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lingbao.contribution.sweep.Seen;
import org.lingbao.rules.account.InterestMonth;

/** A run of annual interest (结息批次): what it shows. */
final class InterestRun {
    private InterestRun() {}

    /** The schemes whose persons have an individual account (个人账户). */
    enum Accounts {
        EMPLOYEE,
        /** Each province sets their rate and how it is reckoned; where that is not loaded, a run is refused. */
        RESIDENT
    }

    /** What it does now. */
    enum Status {
        /** It divides the accounts into buckets. */
        DIVIDING,
        CREDITING,
        DONE
    }

    /** Whether the year's own rate is published. */
    enum RateStatus {
        OFFICIAL,
        /** The last published rate stands in; when the year's own appears, another run credits the differences. */
        PROVISIONAL
    }

    /** Why an account gets no interest by a run; somebody has to look. */
    enum Doubt {
        /** A transfer has sealed it; order another run when the transfer has ended. */
        ACCOUNT_SEALED,
        /** A transfer moved it after the year and without the year's interest: agree with the receiving place. */
        MOVED_AWAY,
        /** It matters from which month credits bear interest, and the order does not say it. */
        INTEREST_MONTH_UNCERTAIN,
        /** The interest of the year before is not credited yet. */
        YEAR_BEFORE_OPEN,
        /** A transfer of that year brought credits of the year, and does not state of which months. */
        TRANSFER_MONTHS_UNKNOWN,
        /** A transfer began in one year and ended in another: which of them it states interest for is not known. */
        TRANSFER_OVER_YEAR_END,
        /** The balance is not what months, transfers and interest add up to. */
        BALANCE_UNEXPLAINED
    }

    /**
     * How far it is.
     *
     * @param dryRun it credits nothing: the figures are those of what would be credited
     * @param rate a factor: {@code 0.015} is 1.5 %
     * @param creditsBearInterestFrom absent where neither the law nor the order says it
     * @param buckets into how many parts the accounts are divided, each credited at once; 0 while it is dividing
     * @param bucketsDone how many of them are done, for good
     * @param accounts how many have interest of the year
     * @param changed how many of them got it, or a difference, by this run
     * @param interest the year's interest of these accounts, in yuan
     * @param difference what this run credited of it, in yuan
     * @param workList how many accounts get no interest by it, by doubt
     * @param expectedEnd when it will be done if it goes on like this; absent before the first bucket and after the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            UUID runId,
            int year,
            boolean dryRun,
            Status status,
            String rate,
            RateStatus rateStatus,
            @Nullable InterestMonth creditsBearInterestFrom,
            long buckets,
            long bucketsDone,
            long accounts,
            long changed,
            String interest,
            String difference,
            List<Listed> workList,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime expectedEnd,
            @Nullable OffsetDateTime finishedAt) {
        static View of(Seen seen) {
            var terms = seen.sweep().terms();
            var from = terms.getString("from");
            return new View(
                    seen.sweep().id(),
                    seen.sweep().from().getYear(),
                    seen.sweep().dry(),
                    seen.status().in(Status.DIVIDING, Status.CREDITING, Status.DONE),
                    terms.getString("rate"),
                    terms.getBoolean("provisional") ? RateStatus.PROVISIONAL : RateStatus.OFFICIAL,
                    from == null ? null : InterestMonth.valueOf(from),
                    seen.buckets(),
                    seen.bucketsDone(),
                    seen.figure("accounts"),
                    seen.figure("changed"),
                    seen.yuan("interest"),
                    seen.yuan("difference"),
                    seen.figures("doubt/", "", (doubt, accounts) -> new Listed(Doubt.valueOf(doubt), accounts)),
                    seen.startedAt(),
                    seen.expectedEnd(),
                    seen.finishedAt());
        }
    }

    /** How many accounts one doubt keeps from their interest; an account may have several. */
    record Listed(Doubt doubt, long accounts) {}

    /**
     * A page of a run's work list.
     *
     * @param next for the query parameter {@code after} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkList(List<ListedAccount> accounts, @Nullable UUID next) {}

    /** An account on the work list, with every doubt. */
    record ListedAccount(UUID personId, List<Doubt> doubts) {}
}
