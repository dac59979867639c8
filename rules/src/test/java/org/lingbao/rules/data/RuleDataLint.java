package org.lingbao.rules.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.rules.value.Place;

/** What is careless in a rule file, beyond what keeps it from loading: one line for each finding. */
final class RuleDataLint {
    private static final Set<String> UNITS = Set.of(
            "COMPLETED_YEAR or INTERPOLATED, decimals, java.math.RoundingMode",
            "FEE_MONTH or CREDIT_MONTH",
            "authority",
            "years by age",
            "ways",
            "paper and years",
            "month",
            "limits",
            "factor a day",
            "account",
            "basis",
            "boolean",
            "calendar",
            "category",
            "channels",
            "checks",
            "conditions",
            "days",
            "decimals",
            "decimals, java.math.RoundingMode",
            "decimals of yuan, java.math.RoundingMode",
            "decimals of yuan, java.math.RoundingMode, ROUNDED or EXACT",
            "digits",
            "documents",
            "names",
            "exits",
            "factor",
            "factor a year",
            "formula, factor a year",
            "formula, factor a year, index, months",
            "fraction and months",
            "grounds",
            "groups",
            "java.math.RoundingMode",
            "month of the year",
            "months",
            "months by age",
            "part",
            "parts",
            "registrations",
            "periods",
            "retirement category by sex",
            "scheme",
            "settlement",
            "status",
            "warnings",
            "way of counting",
            "way of counting, decimals, java.math.RoundingMode",
            "way of counting, factor a month, java.math.RoundingMode",
            "weights and characters",
            "regular expression",
            "regular expression, digits",
            "window",
            "working days",
            "years",
            "years by sex",
            "years of age",
            "yuan a month",
            "yuan a month by percent",
            "yuan a month by place",
            "yuan a year",
            "yuan a year by prefecture",
            "yuan a year by yearly tier",
            "yuan a year from a yearly tier on");

    /** Rules that look back: minimum months of earlier retirements, money that moves for earlier years, earlier insurance. */
    private static final Set<String> KNOWN_LATE = Set.of(
            "national/employee/minimum-months.yaml 1978-06-02",
            "national/shortfall/exits.yaml 1978-06-02",
            "national/shortfall/one-off.yaml 1978-06-02",
            "national/transfer/one-off-papers.yaml 2010-01-01",
            "national/transfer/one-off-papers.yaml 2016-11-28",
            "national/transfer/pooled-rate.yaml 1951-02-26",
            "national/transfer/pooled-rate.yaml 1998-01-01");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern MEANT_AS_NUMBER = Pattern.compile("[-+]?[\\p{Nd}.,，%'_ ]*\\p{Nd}[\\p{Nd}.,，%'_]*");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private final String path;
    private final RuleFile file;
    private final List<String> findings = new ArrayList<>();

    private RuleDataLint(String path, RuleFile file) {
        this.path = path;
        this.file = file;
    }

    static List<String> of(String path, String yaml) throws IOException {
        var lint = new RuleDataLint(
                path, RuleFileReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
        lint.head();
        lint.file.values().forEach(lint::value);
        lint.series();
        return lint.findings;
    }

    private void head() {
        var place = path.substring(0, path.indexOf('/'));
        find(Source.PARAMETER.matcher(path).matches(), "is not <national or province>/<scheme>/<name>.yaml");
        find(place.equals("national") || new Place(place).name().isPresent(), "is of no known place");
        find(UNITS.contains(file.unit()), "has the unknown unit \"" + file.unit() + "\"");
        find(HAN.matcher(file.name().zh()).find(), "has no Chinese name");
        find(!HAN.matcher(file.name().en()).find(), "has no English name");
        find(!HAN.matcher(file.description().substring(0, 1)).find(), "has no English description");
    }

    private void value(RuleFile.Dated dated) {
        var at = dated.effective() + ": ";
        var effective = LocalDate.parse(dated.effective());
        var citation = dated.citation();
        find(
                !citation.published().isAfter(effective.plusYears(1)) || KNOWN_LATE.contains(path + " " + effective),
                at + "published more than a year late");
        Stream.of(citation.title(), citation.number(), citation.href()).forEach(text -> stripped(at, text));
        find(page(citation.href()), at + "no page: " + citation.href());
        var content = dated.content();
        var texts = content.single() == null ? content.table().values() : List.of(content.text());
        texts.forEach(text -> {
            stripped(at, text);
            Stream.of(text.split(" ", -1)).forEach(word -> number(at, word));
            number(at, text);
        });
        var table = content.table();
        if (plain(table.get("lower")) && plain(table.get("upper"))) {
            var ordered = new BigDecimal(content.entry("lower")).compareTo(new BigDecimal(content.entry("upper"))) < 0;
            find(ordered, at + "the lower bound is not below the upper one");
        }
    }

    private static boolean plain(@Nullable String text) {
        return text != null && NUMBER.matcher(text).matches();
    }

    private void number(String at, String text) {
        var list = text.contains(" ") && Stream.of(text.split(" ", -1)).allMatch(NUMBER.asMatchPredicate());
        find(
                !MEANT_AS_NUMBER.matcher(text).matches()
                        || list
                        || NUMBER.matcher(text).matches(),
                at + "no plain number: " + text);
    }

    private void stripped(String at, String text) {
        find(text.equals(text.strip()) && !text.contains("  "), at + "blanks too many: \"" + text + "\"");
    }

    /** What is set anew every year has no year left out, and what does not change is not said again. */
    private void series() {
        var days = file.values().stream()
                .map(RuleFile.Dated::effective)
                .map(LocalDate::parse)
                .distinct()
                .sorted()
                .toList();
        var yearly = days.size() > 2
                && days.stream().skip(1).map(MonthDay::from).distinct().count() == 1;
        for (var i = 2; yearly && i < days.size(); i++) {
            find(days.get(i).equals(days.get(i - 1).plusYears(1)), "has a gap before " + days.get(i));
        }
        var dated = file.values().stream()
                .sorted(Comparator.comparing(RuleFile.Dated::effective).thenComparing(RuleFile.Dated::published))
                .toList();
        for (var i = 1; !yearly && i < dated.size(); i++) {
            find(
                    !dated.get(i).content().equals(dated.get(i - 1).content())
                            || !Objects.equals(
                                    dated.get(i).status(), dated.get(i - 1).status()),
                    dated.get(i).effective() + ": says what the value before says");
        }
    }

    private static boolean page(String href) {
        try {
            var uri = URI.create(href);
            return href.matches("https?://.+")
                    && uri.getHost() != null
                    && uri.getHost().contains(".");
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }

    private void find(boolean good, String finding) {
        if (!good) {
            findings.add(path + " " + finding);
        }
    }
}
