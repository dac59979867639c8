package org.lingbao.enrollment.employment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An occupation (职业).
 *
 * @param code of the national classification (职业分类大典)
 * @param zh its name
 * @param en its name in English
 * @param usual what people call themselves
 */
record Occupation(String code, String zh, String en, List<String> usual) {
    Occupation(String code, String zh, String en, @Nullable List<String> usual) {
        this.code = code;
        this.zh = zh;
        this.en = en;
        this.usual = usual == null ? List.of() : List.copyOf(usual);
    }

    /** How many characters of the code are those of another, from its beginning: occupations of one group lie together. */
    int nearness(String other) {
        var common = 0;
        while (common < Math.min(code.length(), other.length()) && code.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common;
    }
}
