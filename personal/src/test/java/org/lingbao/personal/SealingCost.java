package org.lingbao.personal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * What it costs to seal a person of a register: number, name and phone, and the indexes of number and phone. A program, not a test.
 */
final class SealingCost {
    private static final int WARM_UP = 200_000;
    private static final int PERSONS = 500_000;
    private static final long FIRST_PHONE = 13_000_000_000L;
    private static final String NUMBER = "11010519491231002X";

    private SealingCost() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("sealing");
        Files.writeString(folder.resolve("encryption.keys"), "k1 " + key(1) + "\n");
        Files.writeString(folder.resolve("index.key"), key(9));
        var vault = new Vault(folder.toString());
        tell("one value sealed", nth -> vault.seal("person.phone", new PhoneNumber("" + (FIRST_PHONE + nth))).length);
        tell("one value indexed", nth -> vault.index("person.phone", new PhoneNumber("" + (FIRST_PHONE + nth))).length);
        tell("a person", nth -> person(vault, nth));
    }

    private static long person(Vault vault, int nth) {
        var number = new IdentityNumber(NUMBER);
        var phone = new PhoneNumber("" + (FIRST_PHONE + nth));
        return vault.seal("person.identity_number", number).length
                + vault.index("person.identity_number", number).length
                + vault.seal("person.name", new PersonName("赵强")).length
                + vault.seal("person.phone", phone).length
                + vault.index("person.phone", phone).length;
    }

    private static void tell(String what, IntToLongFunction work) {
        var warm = IntStream.range(0, WARM_UP).mapToLong(work::applyAsLong).sum();
        var threads = ManagementFactory.getThreadMXBean();
        var begun = threads.getCurrentThreadCpuTime();
        var bytes = IntStream.range(0, PERSONS).mapToLong(work::applyAsLong).sum();
        var nanos = threads.getCurrentThreadCpuTime() - begun;
        System.out.printf(
                "%s: %.1f µs of processor, %d bytes%n", what, nanos / 1e3 / PERSONS, warm > 0 ? bytes / PERSONS : 0);
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
