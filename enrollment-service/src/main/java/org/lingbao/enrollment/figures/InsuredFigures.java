package org.lingbao.enrollment.figures;

import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.lingbao.enrollment.figures.FiguresView.Insured;
import org.lingbao.enrollment.figures.FiguresView.Part;
import org.lingbao.enrollment.figures.FiguresView.Population;
import org.lingbao.enrollment.organisation.Organisations;
import org.lingbao.enrollment.organisation.domain.Level;
import org.lingbao.enrollment.organisation.domain.OrganisationCode;
import org.lingbao.platform.day.BusinessDay;
import org.lingbao.platform.identity.Caller;

/** Answers the figures of an area and its children from what is kept. A clerk hears those of the own subtree as it is today. */
@ApplicationScoped
class InsuredFigures {
    private static final String BOTH = "BOTH";
    private static final int DECIMALS = 4;

    private final Pool pool;
    private final Organisations organisations;
    private final BusinessDay day;

    InsuredFigures(Pool pool, Organisations organisations, BusinessDay day) {
        this.pool = pool;
        this.organisations = organisations;
        this.day = day;
    }

    /** A figure as it is read; {@code scheme} may be {@link #BOTH}. */
    private record Line(String child, Insured insured) {}

    /** Empty where there is no such area on that day, or it is not the caller's. */
    Uni<Optional<FiguresView>> handle(Caller caller, OrganisationCode area, LocalDate on) {
        return organisations
                .isWithin(caller, area, day.today())
                .chain(within -> within ? find(area, on) : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<FiguresView>> find(OrganisationCode area, LocalDate on) {
        var month = YearMonth.from(on);
        return pool.preparedQuery(FigureSql.PEOPLE)
                .execute(Tuple.of(area.code(), on))
                .chain(people -> !startsWith(people, area)
                        ? Uni.createFrom().item(Optional.empty())
                        : pool.preparedQuery(isOfMany(area) ? FigureSql.INSURED_OF_MANY : FigureSql.INSURED)
                                .execute(Tuple.of(area.code(), on, month.atDay(1)))
                                .map(rows -> Optional.of(view(area, on, people, lines(rows)))));
    }

    private static boolean isOfMany(OrganisationCode area) {
        return area.level() == Level.PROVINCE || area.level() == Level.CITY;
    }

    private static boolean startsWith(RowSet<Row> people, OrganisationCode area) {
        return people.size() > 0 && people.iterator().next().getString("code").equals(area.code());
    }

    private static FiguresView view(OrganisationCode area, LocalDate on, RowSet<Row> people, List<Line> lines) {
        var byChild = lines.stream().collect(groupingBy(Line::child));
        var parts = StreamSupport.stream(people.spliterator(), false)
                .map(row -> part(
                        row, row.getString("code").equals(area.code()) ? lines : of(byChild, row.getString("code"))))
                .toList();
        return new FiguresView(
                on,
                YearMonth.from(on),
                parts.getFirst(),
                told(of(byChild, area.code())),
                parts.stream().skip(1).toList());
    }

    private static List<Line> of(Map<String, List<Line>> byChild, String code) {
        return byChild.getOrDefault(code, List.of());
    }

    private static Part part(Row row, List<Line> lines) {
        var insured = pension(lines);
        var population = population(row);
        return new Part(
                row.getString("code"),
                row.getString("name"),
                row.getString("level"),
                told(lines),
                insured,
                population,
                population == null ? null : share(insured, population.persons()),
                population == null ? "NO_POPULATION_FIGURE" : null);
    }

    private static @Nullable Population population(Row row) {
        var persons = row.getLong("persons");
        return persons == null ? null : new Population(persons, row.getLocalDate("as_of"));
    }

    private static String share(long insured, long people) {
        return BigDecimal.valueOf(insured)
                .divide(BigDecimal.valueOf(people), DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** Summed over children, in a fixed order. */
    private static List<Insured> told(List<Line> lines) {
        return lines.stream()
                .map(Line::insured)
                .filter(insured -> !insured.scheme().equals(BOTH))
                .collect(groupingBy(insured -> List.of(insured.scheme(), insured.standing())))
                .entrySet()
                .stream()
                .map(same -> new Insured(same.getKey().getFirst(), same.getKey().getLast(), sum(same.getValue())))
                .sorted(Comparator.comparing(Insured::scheme).thenComparing(Insured::standing))
                .toList();
    }

    private static long pension(List<Line> lines) {
        return sum(of(lines, "EMPLOYEE", "RESIDENT")) - sum(of(lines, BOTH));
    }

    private static List<Insured> of(List<Line> lines, String... schemes) {
        return lines.stream()
                .map(Line::insured)
                .filter(insured -> Stream.of(schemes).anyMatch(insured.scheme()::equals))
                .toList();
    }

    private static long sum(List<Insured> figures) {
        return figures.stream().mapToLong(Insured::persons).sum();
    }

    private static List<Line> lines(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Line(
                        row.getString("child"),
                        new Insured(row.getString("scheme"), row.getString("standing"), row.getLong("persons"))))
                .toList();
    }
}
