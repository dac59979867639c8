package org.lingbao.enrollment.testing;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.lingbao.rules.value.CreditCode;
import org.lingbao.rules.value.CreditCode.Parsed;

/** Made-up companies with credit codes that nobody else in this run has. */
public final class Companies {
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Companies() {}

    /** A company of Weifang. */
    public static CreditCode next() {
        var body = "91370700MA" + String.format(Locale.ROOT, "7%06d", NEXT.getAndIncrement());
        return SIGNS.chars()
                .mapToObj(sign -> CreditCode.parse(body + (char) sign))
                .filter(Parsed.Valid.class::isInstance)
                .map(valid -> ((Parsed.Valid) valid).code())
                .findFirst()
                .orElseThrow();
    }
}
