package org.lingbao.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rule 7: no number, age, rate or date of the law stands in Java. */
final class LawChecks {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])(\\d[\\d_]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)[lLdDfF]?(?![\\w])");
    private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?%?|\\d{4}-\\d{2}(-\\d{2})?");
    private static final Pattern MADE_OF_LITERALS = Pattern.compile(
            "\\b(?:Money\\.yuan|Rate\\.of|new BigDecimal|LocalDate\\.parse|YearMonth\\.parse|MonthDay\\.parse)\\s*\\(\\s*\""
                    + "|\\bnew\\s+Money\\s*\\(\\s*[1-9]"
                    + "|\\b(?:LocalDate|YearMonth|MonthDay|Year)\\.of\\s*\\(\\s*\\d"
                    + "|\\bPeriod\\.of(?:Years|Months|Days)\\s*\\(\\s*\\d"
                    + "|\\bBigDecimal\\.valueOf\\s*\\(\\s*\\d");

    /** Counting, halves and signs; months of a year; places of a decimal shift. None of them is a figure of the law. */
    private static final Set<String> ARITHMETIC = Set.of("0", "1", "2", "10", "12", "100", "1000");

    /** Figures that belong to a standard or the calendar and not to the law, by file. */
    private static final Map<String, Set<String>> STANDARDS = Map.of(
            "org/lingbao/rules/value/Place.java", Set.of("4", "6"), // digits of a GB/T 2260 code
            "org/lingbao/rules/value/CreditCode.java", Set.of("3"), // the weights of GB 32100 are its powers
            "org/lingbao/matching/matching/domain/Share.java", Set.of("4"), // ten-thousandths, in which shares are told
            "org/lingbao/rules/value/Divisions.java", Set.of("5"), // how many suggestions a reader is given
            "org/lingbao/rules/identity/Form.java",
                    Set.of("3", "6", "8", "14", "16", "17"), // places in a number of GB 11643
            "org/lingbao/rules/contribution/Period.java", Set.of("3", "6")); // months of a quarter and a half-year

    private LawChecks() {}

    /** Rule 7. Code that decides holds no figure but those of arithmetic. */
    static Check noFigures() {
        return code -> Purity.decidingSources(code)
                .flatMap(source -> Stream.concat(numbers(source), writtenFigures(source))
                        .map(figure -> source.path() + " holds the figure " + figure
                                + ": if the law says it, it belongs to the rules' data"))
                .toList();
    }

    private static Stream<String> numbers(SourceFile source) {
        var allowed = STANDARDS.entrySet().stream()
                .filter(entry -> source.path().endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Set.of());
        return NUMBER.matcher(source.codeOnly())
                .results()
                .map(found -> found.group(1).replace("_", ""))
                .filter(number -> !ARITHMETIC.contains(number) && !allowed.contains(number));
    }

    private static Stream<String> writtenFigures(SourceFile source) {
        return source.strings().stream().filter(text -> FIGURE.matcher(text).matches() && !isPadding(text));
    }

    /** {@code "0000"}: digits of a code, not a figure. */
    private static boolean isPadding(String text) {
        return text.chars().allMatch(digit -> digit == '0');
    }

    /** Rule 7. Nowhere in what ships is an amount, a rate or a day made of a literal. */
    static Check nothingMadeOfLiterals() {
        return code -> code.javaSources()
                .filter(SourceFile::isMainOrFixture)
                .filter(source -> inScope(code, source))
                .flatMap(source -> found(source, MADE_OF_LITERALS).stream())
                .toList();
    }

    private static boolean inScope(Code code, SourceFile source) {
        return !code.serviceOf(source.packageName()).isEmpty()
                || source.packageName().startsWith(Purity.RULES + ".")
                || source.packageName().startsWith(Code.HOUSE + ".platform.")
                || source.packageName().equals(Code.HOUSE + ".asking");
    }

    private static List<String> found(SourceFile source, Pattern pattern) {
        return pattern.matcher(source.withoutComments())
                .results()
                .map(found -> source.path() + " makes a value of a literal: "
                        + found.group().strip())
                .toList();
    }
}
