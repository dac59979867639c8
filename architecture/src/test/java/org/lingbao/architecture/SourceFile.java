package org.lingbao.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file as text.
 *
 * @param path relative to the project's root, with forward slashes
 * @param text its whole content
 */
record SourceFile(String path, String text) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");
    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile(
            "(?s)(?<comment>/\\*.*?\\*/|//[^\n]*)|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'");

    /** Many checks ask for it, of every file. */
    private static final Map<SourceFile, String> WITHOUT_COMMENTS = new ConcurrentHashMap<>();

    static SourceFile read(Path root, Path file) {
        try {
            return new SourceFile(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The declared package, or nothing for a file that is not Java. */
    String packageName() {
        var found = PACKAGE.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /** The module's directory, such as {@code deploy/local}. */
    String module() {
        return path.contains("/src/") ? path.substring(0, path.indexOf("/src/")) : directory();
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isMain() {
        return path.contains("/src/main/");
    }

    /** Whether it ships, or stands for code that would. */
    boolean isMainOrFixture() {
        return isMain() || path.contains("/org/lingbao/fixtures/");
    }

    String directory() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    int lines() {
        return Math.toIntExact(text.lines().count());
    }

    /** The lines that do something: without comments, blank lines, package and imports. */
    int codeLines() {
        return Math.toIntExact(withoutComments()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("package "))
                .count());
    }

    /** The text without its comments; strings stay. */
    String withoutComments() {
        return WITHOUT_COMMENTS.computeIfAbsent(
                this,
                source -> COMMENT_OR_LITERAL
                        .matcher(text)
                        .replaceAll(found -> found.group("comment") == null ? quoted(found.group()) : " "));
    }

    /** The text without comments, strings and characters: only what the compiler sees as code. */
    String codeOnly() {
        return COMMENT_OR_LITERAL
                .matcher(text)
                .replaceAll(found -> found.group("comment") == null ? quoted("\"\"") : " ");
    }

    /** Every string literal, without its quotes. */
    List<String> strings() {
        return COMMENT_OR_LITERAL
                .matcher(text)
                .results()
                .map(found -> found.group())
                .filter(literal -> literal.startsWith("\"") && !literal.startsWith("\"\"\""))
                .map(literal -> literal.substring(1, literal.length() - 1))
                .toList();
    }

    private static String quoted(String literal) {
        return Matcher.quoteReplacement(literal);
    }
}
