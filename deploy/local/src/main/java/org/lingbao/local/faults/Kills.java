package org.lingbao.local.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lingbao.local.stack.Service;

/**
 * How often something is killed while payments come in.
 *
 * @param service the one that books them
 * @param database PostgreSQL
 * @param broker Kafka
 */
public record Kills(int service, int database, int broker) {
    /** When the trial is run for itself. */
    private static final Kills MANY = new Kills(50, 10, 10);

    /** When it is one of many. */
    private static final Kills SOME = new Kills(5, 2, 1);

    /** When time is short. */
    private static final Kills FEW = new Kills(1, 1, 1);

    private static final String FORM = "\\d{1,3},\\d{1,3},\\d{1,3}";

    /**
     * How often, where nobody says it.
     *
     * @param brief whether time is short
     * @param amongOthers whether it is one of many trials
     */
    public static Kills usual(boolean brief, boolean amongOthers) {
        return brief ? FEW : amongOthers ? SOME : MANY;
    }

    /** Reads {@code 50,10,10}; nothing where it is something else. */
    public static Optional<Kills> read(String text) {
        if (!text.matches(FORM)) {
            return Optional.empty();
        }
        var numbers = text.split(",");
        return Optional.of(
                new Kills(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2])));
    }

    /** The parts, each as often as it is killed, in an order of chance. */
    List<String> parts(Random random) {
        var parts = new ArrayList<String>();
        parts.addAll(Collections.nCopies(service, Parts.of(Service.CONTRIBUTION)));
        parts.addAll(Collections.nCopies(database, Parts.POSTGRES));
        parts.addAll(Collections.nCopies(broker, Parts.KAFKA));
        Collections.shuffle(parts, random);
        return parts;
    }
}
