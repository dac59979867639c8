package org.lingbao.contribution.tax;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.lingbao.platform.idempotency.IdempotencyHeader;
import org.lingbao.platform.idempotency.IdempotencyKey;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** What holds for every batch that a tax bureau reports, whoever paid. */
final class ReportedBatch {
    /** The bureau's own numbers, of batches and of vouchers. */
    static final String NUMBER = "[A-Za-z0-9-]{1,64}";

    /** So many results a batch has at most. */
    static final int MOST = 1000;

    private ReportedBatch() {}

    /**
     * The batch is sent under its own number, and no voucher stands in it twice.
     *
     * @param vouchers their numbers, as they stand in {@code /results}
     * @throws ProblemException 400
     */
    static void check(IdempotencyKey key, String number, List<String> vouchers) {
        if (!key.key().equals(number)) {
            throw new ProblemException(
                    Problem.malformed(new Violation("BAD_PARAMETER").with("parameter", IdempotencyHeader.NAME)));
        }
        var repeated = repeated(vouchers);
        if (!repeated.isEmpty()) {
            throw new ProblemException(Problem.malformed(repeated));
        }
    }

    private static List<Violation> repeated(List<String> vouchers) {
        var seen = new HashSet<String>();
        return IntStream.range(0, vouchers.size())
                .filter(row -> !seen.add(vouchers.get(row)))
                .mapToObj(row -> new Violation("CONSTRAINT")
                        .with("message", "must stand once in a batch")
                        .at("/results/" + row + "/voucherNumber"))
                .toList();
    }
}
