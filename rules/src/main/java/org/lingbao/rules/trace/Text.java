package org.lingbao.rules.trace;

/** One sentence, or a name, in both languages of the platform. */
public record Text(String zh, String en) {

    /** The words of a code; what is no known code stays as it is. */
    public static Text ofCode(String code) {
        return Wording.ofCode(code);
    }
}
