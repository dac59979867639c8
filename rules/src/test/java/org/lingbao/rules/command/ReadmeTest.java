package org.lingbao.rules.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. A line of three dots leaves out lines. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String PROMPT = "$ ./lingbao rules ";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    Path folder;

    @Test
    void the_commands_print_what_the_readme_shows() throws IOException {
        for (var block : blocks("console")) {
            for (var shown : block.split("(?m)^(?=\\$ )")) {
                var command = shown.lines().findFirst().orElseThrow();
                assertThat(print(command.substring(PROMPT.length())))
                        .as(command)
                        .matches(likeThis(shown.substring(command.length() + 1)));
            }
        }
    }

    @Test
    void the_example_compiles_and_prints_what_the_readme_shows() throws Exception {
        var file = Files.writeString(folder.resolve("Ask.java"), blocks("java").getFirst());
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", System.getProperty("java.class.path"), file.toString());
        assertThat(compiled).isZero();

        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = folder + System.getProperty("path.separator") + System.getProperty("java.class.path");
        var process = new ProcessBuilder(java, "-Dstdout.encoding=UTF-8", "-cp", classPath, "Ask").start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(printed).isEqualTo(blocks("text").getFirst());
    }

    private static String print(String command) {
        var words = WORD.matcher(command)
                .results()
                .map(word -> Objects.requireNonNullElse(word.group(1), word.group(2)))
                .map(word ->
                        word.replaceFirst("^rules/", "")) // the page is read at the root, the test runs in the module
                .toArray(String[]::new);
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        var status = Main.run(words, CommandLine.TODAY, new Output(stream, stream));
        return status > Main.MISUSED ? "status " + status : bytes.toString(StandardCharsets.UTF_8);
    }

    private static Pattern likeThis(String shown) {
        var pattern = new StringBuilder();
        shown.lines().forEach(line -> pattern.append(line.equals("...") ? "(.*\n)*" : Pattern.quote(line) + "\n"));
        return Pattern.compile(pattern.toString());
    }

    private static List<String> blocks(String language) throws IOException {
        var found = new ArrayList<String>();
        Matcher block = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Files.readString(README));
        while (block.find()) {
            found.add(block.group(1));
        }
        return found;
    }
}
