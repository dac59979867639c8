package org.lingbao.rules.command;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The options after a command: {@code --json}, {@code --lang zh} or {@code --lang=zh}, each at most once. */
record Options(String command, Map<String, String> given) {

    /**
     * @param flags options without a value
     * @param valued options with one
     */
    static Options parse(String command, List<String> words, Set<String> flags, Set<String> valued) {
        var rest = new ArrayDeque<>(words);
        var given = new HashMap<String, String>();
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            String value;
            if (equals < 0 && flags.contains(name)) {
                value = "";
            } else if (!valued.contains(name)) {
                throw new Misuse("rules " + command + " does not know \"" + word + "\"; see rules --help");
            } else if (equals >= 0) {
                value = word.substring(equals + 1);
            } else if (rest.isEmpty()) {
                throw new Misuse("rules " + command + ": " + name + " needs a value");
            } else {
                value = rest.removeFirst();
            }
            if (given.put(name, value) != null) {
                throw new Misuse("rules " + command + ": " + name + " stands there twice");
            }
        }
        return new Options(command, Map.copyOf(given));
    }

    boolean has(String flag) {
        return given.containsKey(flag);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** What the reader makes of the option; where it throws, a misuse that names the option. */
    <T> Optional<T> value(String name, Function<String, T> reader) {
        return value(name).map(text -> {
            try {
                return reader.apply(text);
            } catch (RuntimeException malformed) {
                throw new Misuse("rules " + command + ": " + name + ": " + malformed.getMessage());
            }
        });
    }

    Language language() {
        return value("--lang", Language::of).orElse(Language.EN);
    }
}
