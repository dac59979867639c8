package org.lingbao.platform.problem;

import java.util.List;
import java.util.Locale;

/** In which language an answer is: Chinese or English, whichever the reader prefers; Chinese for everybody else. */
public final class Languages {
    private Languages() {}

    /** @param accepted as of {@code Accept-Language}, the preferred one first */
    public static Locale of(List<Locale> accepted) {
        return accepted.stream()
                .map(Locale::getLanguage)
                .filter(List.of("en", "zh")::contains)
                .findFirst()
                .filter("en"::equals)
                .map(english -> Locale.ENGLISH)
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }
}
