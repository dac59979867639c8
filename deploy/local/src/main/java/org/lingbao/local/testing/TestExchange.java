package org.lingbao.local.testing;

import java.nio.file.Path;

/** The other province of a run: {@code 210000}, which the service under test trusts and writes to. */
public final class TestExchange {
    /** Its code; a test plays it with the keys of its folder. */
    public static final String PARTNER = "210000";

    private TestExchange() {}

    /** The folder with {@code own.json} and {@code trust.json} of the service under test. */
    public static Path ownKeys() {
        return Path.of(TestRun.get(TestRun.EXCHANGE)).resolve("37");
    }

    /** The same of the other province. */
    public static Path partnerKeys() {
        return Path.of(TestRun.get(TestRun.EXCHANGE)).resolve("21");
    }

    /** Where the service under test expects the other province's service; nobody listens there but a test. */
    public static int partnerPort() {
        return Integer.parseInt(TestRun.get(TestRun.EXCHANGE_PORT));
    }
}
