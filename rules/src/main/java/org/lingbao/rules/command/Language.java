package org.lingbao.rules.command;

import org.lingbao.rules.trace.Text;

/** What the output speaks. */
enum Language {
    ZH,
    EN;

    static Language of(String word) {
        return switch (word) {
            case "zh" -> ZH;
            case "en" -> EN;
            default -> throw new IllegalArgumentException(word + " is neither zh nor en");
        };
    }

    String of(Text text) {
        return this == ZH ? text.zh() : text.en();
    }
}
