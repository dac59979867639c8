package org.lingbao.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code CONTRIBUTING.md}, whose table names for each rule the checks that hold it. */
record Guide(String text) {
    private static final Pattern RULE = Pattern.compile("(?m)^### (\\d+)\\. ");
    private static final Pattern CHECK = Pattern.compile("`([a-z]+(?:_[a-z0-9]+){2,})`");

    private static final Pattern FIXTURE = Pattern.compile("`fixtures/([a-z]+)`");

    static Guide read() {
        try {
            return new Guide(Files.readString(Code.root().resolve("CONTRIBUTING.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Integer> rules() {
        return RULE.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    List<String> checks() {
        return CHECK.matcher(text).results().map(found -> found.group(1)).toList();
    }

    Set<String> fixtures() {
        return FIXTURE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
