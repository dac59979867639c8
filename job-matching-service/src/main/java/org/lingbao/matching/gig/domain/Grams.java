package org.lingbao.matching.gig.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pieces by which a text is found without spaces or a dictionary: of Chinese, single and neighbouring characters; of
 * letters and digits, whole words in lower case.
 */
public record Grams(Set<String> pieces) {
    public Grams {
        pieces = Collections.unmodifiableSet(new LinkedHashSet<>(pieces));
    }

    /** Everything by which the text may be asked for. */
    public static Grams of(String text) {
        var pieces = new LinkedHashSet<String>();
        for (var run : runs(text)) {
            pieces.addAll(run.chinese() ? singles(run.text()) : List.of(run.text()));
            pieces.addAll(run.chinese() ? pairs(run.text()) : List.of());
        }
        return new Grams(pieces);
    }

    /** What to look for: a single character only where it stands alone. */
    public static Grams ofQuestion(String text) {
        var pieces = new LinkedHashSet<String>();
        for (var run : runs(text)) {
            var alone =
                    !run.chinese() || run.text().codePointCount(0, run.text().length()) == 1;
            pieces.addAll(alone ? List.of(run.text()) : pairs(run.text()));
        }
        return new Grams(pieces);
    }

    /** Those of several texts. */
    public static Grams ofAll(Collection<String> texts) {
        return new Grams(texts.stream()
                .flatMap(text -> of(text).pieces().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** For a database. */
    public String[] toArray() {
        return pieces.toArray(String[]::new);
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    private record Run(StringBuilder letters, boolean chinese) {
        String text() {
            return letters.toString();
        }
    }

    private static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var open = false;
        for (var sign : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            if (!Character.isLetterOrDigit(sign)) {
                open = false;
                continue;
            }
            var chinese = Character.isIdeographic(sign);
            if (!open || runs.getLast().chinese() != chinese) {
                runs.add(new Run(new StringBuilder(), chinese));
            }
            runs.getLast().letters().appendCodePoint(sign);
            open = true;
        }
        return runs;
    }

    private static List<String> singles(String run) {
        return run.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> pairs(String run) {
        var signs = singles(run);
        var pairs = new ArrayList<String>();
        for (var second = 1; second < signs.size(); second++) {
            pairs.add(signs.get(second - 1) + signs.get(second));
        }
        return pairs;
    }
}
