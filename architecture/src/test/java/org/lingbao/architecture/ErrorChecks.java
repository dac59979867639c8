package org.lingbao.architecture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds {@code errors.yaml} and the code against each other, both ways. */
final class ErrorChecks {
    private static final String CODE = "\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)\"";

    /** Where a code is said: in a violation, as the code of a rule's reason, as the reason of a 503. */
    private static final List<Pattern> USES = Stream.of(
                    "new\\s+Violation\\s*\\(\\s*" + CODE,
                    "code\\(\\)\\s*\\{\\s*return\\s+" + CODE,
                    "unavailable\\s*\\(\\s*" + CODE)
            .map(Pattern::compile)
            .toList();

    /** From a violation to the end of its statement or the next violation: in between it gets its parameters. */
    private static final Pattern SAYING = Pattern.compile(
            "new\\s+Violation\\s*\\(\\s*\"(?<code>[A-Z0-9_]+)\"(?<rest>.*?)(?=;|new\\s+Violation)", Pattern.DOTALL);

    private static final Pattern GIVEN = Pattern.compile("\"(\\w+)\"\\s*,");
    private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\\b");
    private static final Pattern PREFIX = Pattern.compile("\"([A-Z][A-Z0-9_]*_)\"\\s*\\+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> SEVERITIES = Set.of("error", "warning", "notice");

    private ErrorChecks() {}

    /** Whoever says a code finds its words in the catalogue. */
    static List<String> usedAreListed(Contracts contracts, Code code) {
        var listed = contracts.errors().keySet();
        return shipped(code)
                .flatMap(source -> USES.stream()
                        .flatMap(use -> use.matcher(source.withoutComments()).results())
                        .map(found -> found.group(1))
                        .filter(used -> !listed.contains(used))
                        .map(used -> source.path() + " says " + used + ", which errors.yaml does not list"))
                .toList();
    }

    /** Every code that is listed is said somewhere, whole or as a prefix and the constant that follows it. */
    static List<String> listedAreUsed(Contracts contracts, Code code) {
        var words = found(code, WORD, MatchResult::group);
        var prefixes = found(code, PREFIX, match -> match.group(1));
        return contracts.errors().keySet().stream()
                .filter(listed -> !words.contains(listed))
                .filter(listed -> prefixes.stream()
                        .noneMatch(prefix ->
                                listed.startsWith(prefix) && words.contains(listed.substring(prefix.length()))))
                .map(listed -> listed + " is in errors.yaml, and no code says it")
                .toList();
    }

    /** A text that names parameters gets them all, wherever its code is said literally. */
    static List<String> parametersAreGiven(Contracts contracts, Code code) {
        var errors = contracts.errors();
        return shipped(code)
                .flatMap(source -> SAYING.matcher(source.withoutComments())
                        .results()
                        .flatMap(saying -> Optional.ofNullable(errors.get(saying.group("code"))).stream()
                                .flatMap(words -> missing(words, saying.group("rest")))
                                .map(name ->
                                        source.path() + " says " + saying.group("code") + " without {" + name + "}")))
                .toList();
    }

    private static Stream<String> missing(Contracts.ErrorCode words, String rest) {
        var given = GIVEN.matcher(rest).results().map(found -> found.group(1)).collect(Collectors.toSet());
        return Stream.concat(Stream.of(words.zh(), words.en()), words.fix().values().stream())
                .flatMap(text -> placeholders(text).stream())
                .distinct()
                .filter(name -> !given.contains(name));
    }

    /** Both languages say the same and how to go on; nothing is left empty. */
    static List<String> words(Contracts contracts) {
        return contracts.errors().entrySet().stream()
                .flatMap(entry -> complaints(entry.getValue()).map(complaint -> entry.getKey() + " " + complaint))
                .toList();
    }

    private static Stream<String> complaints(Contracts.ErrorCode words) {
        var fix = words.fix();
        return Stream.of(
                        Map.entry(SEVERITIES.contains(words.severity()), "has an unknown severity"),
                        Map.entry(fix.keySet().equals(Set.of("zh", "en")), "needs a way to fix it in zh and en"),
                        Map.entry(
                                Stream.concat(Stream.of(words.zh(), words.en()), fix.values().stream())
                                        .noneMatch(String::isBlank),
                                "leaves a text empty"),
                        Map.entry(
                                placeholders(words.zh()).equals(placeholders(words.en())),
                                "names other parameters in zh than in en"),
                        Map.entry(
                                placeholders(fix.getOrDefault("zh", ""))
                                        .equals(placeholders(fix.getOrDefault("en", ""))),
                                "fixes with other parameters in zh than in en"))
                .filter(held -> !held.getKey())
                .map(Map.Entry::getValue);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> found(Code code, Pattern pattern, Function<MatchResult, String> part) {
        return shipped(code)
                .flatMap(source ->
                        pattern.matcher(source.withoutComments()).results().map(part))
                .collect(Collectors.toSet());
    }

    private static Stream<SourceFile> shipped(Code code) {
        return code.javaSources().filter(SourceFile::isMainOrFixture);
    }
}
