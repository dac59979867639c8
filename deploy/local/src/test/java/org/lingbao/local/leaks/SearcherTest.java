package org.lingbao.local.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is planted is found, however it is written; what is not there is not. */
class SearcherTest {
    private static final Canary CANARY = Canary.of(new Random(7));
    private static final Searcher SEARCHER = new Searcher(CANARY.secrets());

    @Test
    void a_canary_is_found_as_it_is() {
        for (var secret : CANARY.secrets()) {
            assertThat(kinds("before " + secret.text() + " after")).containsExactly(secret.kind());
        }
    }

    @Test
    void a_canary_is_found_in_every_disguise() {
        for (var secret : CANARY.secrets()) {
            assertThat(disguises(secret.text()))
                    .allSatisfy(text -> assertThat(kinds(text)).as(text).containsExactly(secret.kind()));
        }
    }

    /** A record in Base64 begins anywhere within three bytes. */
    @Test
    void a_canary_is_found_in_base64_wherever_it_begins() {
        for (var secret : CANARY.secrets()) {
            for (var before : List.of("", "a", "ab", "abc", "{\"name\":\"")) {
                var bytes = (before + secret.text() + " and more").getBytes(UTF_8);
                assertThat(kinds(Base64.getEncoder().encodeToString(bytes))).containsExactly(secret.kind());
                assertThat(kinds(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                        .containsExactly(secret.kind());
            }
        }
    }

    @Test
    void all_that_is_in_one_text_is_told_and_the_secret_itself_is_not() {
        var text = "number=" + CANARY.number() + "; phone=" + CANARY.phone();

        assertThat(SEARCHER.in(text))
                .containsExactly(
                        new Searcher.Find("identity number", "number=…; phone=" + CANARY.phone()),
                        new Searcher.Find("phone", "number=" + CANARY.number() + "; phone=…"));
    }

    @Test
    void another_canary_and_what_is_masked_are_not_found() {
        var other = Canary.of(new Random(8));

        assertThat(kinds(other.secrets().stream().map(Canary.Secret::text).collect(Collectors.joining(" "))))
                .isEmpty();
        assertThat(kinds(CANARY.number().substring(0, 4) + "**********"
                        + CANARY.number().substring(14)))
                .isEmpty();
        assertThat(kinds("尉***")).isEmpty();
    }

    @Test
    void a_canary_is_somebody_who_could_be() {
        assertThat(CANARY.number()).matches("370701(19[6-8]\\d)\\d{4}\\d{3}[0-9X]");
        assertThat(CANARY.phone()).matches("19\\d{9}");
        assertThat(Canary.withCheckDigit("7992739871")).isEqualTo("79927398713");
    }

    private static List<String> disguises(String text) {
        var bytes = text.getBytes(UTF_8);
        return Stream.of(
                        text.toLowerCase(Locale.ROOT),
                        URLEncoder.encode(text, UTF_8),
                        "%" + HexFormat.ofDelimiter("%").formatHex(bytes),
                        HexFormat.of().formatHex(bytes),
                        HexFormat.of().withUpperCase().formatHex(bytes),
                        escaped(text, "\\u%04x"),
                        escaped(text, "\\u%04X"),
                        escaped(text, "&#%d;"),
                        new String(bytes, ISO_8859_1),
                        split(text, " "),
                        split(text, "-"),
                        text.substring(0, 2) + "\n" + text.substring(2))
                .map(disguised -> "{\"value\": \"" + disguised + "\"}")
                .toList();
    }

    private static String escaped(String text, String form) {
        return text.chars().mapToObj(form::formatted).collect(Collectors.joining());
    }

    private static String split(String text, String by) {
        return text.chars().mapToObj(Character::toString).collect(Collectors.joining(by));
    }

    private static List<String> kinds(String text) {
        return SEARCHER.in(text).stream()
                .map(find -> find.what().replaceFirst(",.*", ""))
                .toList();
    }
}
