package org.lingbao.manifests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param action {@code check}, {@code render}, {@code secrets} or {@code topics}
 * @param cell one overlay, or nothing for all
 * @param definitions a folder of the operators' own definitions
 */
record Options(
        String action,
        @Nullable String cell,
        boolean json,
        @Nullable Path kubectl,
        @Nullable Path definitions) {
    private static final List<String> ACTIONS = List.of("check", "render", "secrets", "topics");

    /** Not understood, with the one line that says why. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misuse(String sentence) {
            super(sentence);
        }
    }

    static Options parse(List<String> words) {
        var rest = new ArrayDeque<>(words);
        var action = !words.isEmpty() && ACTIONS.contains(words.getFirst()) ? rest.removeFirst() : "check";
        String cell = null;
        boolean json = false;
        Path kubectl = null;
        Path definitions = null;
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            switch (word) {
                case "--json" -> json = true;
                case "--cell" -> cell = value(word, rest);
                case "--kubectl" -> kubectl = Path.of(value(word, rest));
                case "--crds" -> definitions = folder(value(word, rest));
                default ->
                    throw new Misuse(
                            "./lingbao manifests does not know \"" + word + "\"; see ./lingbao help manifests");
            }
        }
        if (action.equals("render") && cell == null) {
            throw new Misuse("./lingbao manifests render needs --cell N");
        }
        return new Options(action, cell, json, kubectl, definitions);
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new Misuse(option + " needs a value; see ./lingbao help manifests");
        }
        return rest.removeFirst();
    }

    private static Path folder(String name) {
        var folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw new Misuse(name + " is no folder of definitions");
        }
        return folder;
    }
}
