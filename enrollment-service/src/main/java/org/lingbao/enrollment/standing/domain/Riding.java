package org.lingbao.enrollment.standing.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.standing.domain.Facts.Joined;
import org.lingbao.enrollment.standing.domain.Stretch.End;
import org.lingbao.enrollment.standing.domain.Stretch.Key;
import org.lingbao.rules.Law;
import org.lingbao.rules.value.Place;

/**
 * What rides on a pension relation (随职工养老一并参加的职工医保): it has those of the months since it was joined that the flexible pension relation
 * has, is paused in the same ones, ends for the same reason, and goes on after the same employments. Nothing of it is kept, so it
 * cannot differ. It rides where the law of its place collects both in one payment; elsewhere it stands by itself.
 */
public final class Riding {
    private static final Comparator<Joined> LATEST = Comparator.comparing(Joined::from)
            .thenComparing(Joined::on)
            .thenComparing(one -> one.id().value());

    private Riding() {}

    /**
     * The stretches in the order of their months.
     *
     * @param riders the facts of the scheme that rides
     * @param pension those of the employees' scheme
     */
    public static List<Stretch> of(Facts riders, Facts pension) {
        var carriers = Fold.of(pension);
        return Fold.of(riders).stream()
                .flatMap(alone -> joined(alone, riders)
                        .flatMap(
                                rider -> carrier(rider, pension).map(carrier -> along(alone, rider, carrier, carriers)))
                        .orElse(Stream.of(alone)))
                .sorted(Comparator.comparing(stretch -> stretch.months().from()))
                .toList();
    }

    /** Whether the law of the place lets what was joined there on that day ride on the pension. */
    public static boolean isKnownFor(Place place, LocalDate joinedOn) {
        return Law.standard().rider().medical(place, joinedOn).isPresent();
    }

    /** Whether anything of it rides. */
    public static boolean isRiding(Facts riders, Facts pension) {
        return riders.joined().stream()
                .anyMatch(rider -> carrier(rider, pension).isPresent());
    }

    private static Optional<Joined> joined(Stretch stretch, Facts riders) {
        return stretch.key() instanceof Key.OfJoining(var id, var _)
                ? riders.joined().stream().filter(one -> one.id().equals(id)).findFirst()
                : Optional.empty();
    }

    /** The last one that was joined in the province before it, or with it. */
    private static Optional<Joined> carrier(Joined rider, Facts pension) {
        return isKnownFor(rider.place(), rider.on())
                ? pension.joined().stream()
                        .filter(one ->
                                one.place().province().equals(rider.place().province())
                                        && !one.from().isAfter(rider.from()))
                        .max(LATEST)
                : Optional.empty();
    }

    private static Stream<Stretch> along(Stretch alone, Joined rider, Joined carrier, Collection<Stretch> carriers) {
        return carriers.stream()
                .filter(stretch -> stretch.key() instanceof Key.OfJoining(var id, var _) && id.equals(carrier.id()))
                .flatMap(stretch -> stretch.months().within(alone.months()).stream()
                        .map(months -> new Stretch(
                                key(rider, stretch),
                                alone.place(),
                                stretch.standing().within(months),
                                end(months, stretch, alone))));
    }

    /** The relation that was joined has the months from then on; those after an employment that came later are another one's. */
    private static Key key(Joined rider, Stretch carrier) {
        return carrier.key() instanceof Key.OfJoining(var _, var after)
                        && !carrier.months().contains(rider.from())
                ? new Key.OfJoining(rider.id(), after)
                : new Key.OfJoining(rider.id(), null);
    }

    /** Null where it goes on. */
    private static @Nullable End end(Months months, Stretch carrier, Stretch alone) {
        return months.isOpen() || Objects.equals(months.to(), carrier.months().to()) ? carrier.end() : alone.end();
    }
}
