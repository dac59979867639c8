package org.lingbao.local.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds secrets in a text, however they are written. */
final class Searcher {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}_.,/:|-]+");
    private static final int BIRTH = 6;
    private static final int BASE64_ALIGNMENTS = 3;
    private static final int CONTEXT = 40;

    private final Map<String, String> forms = new LinkedHashMap<>();
    private final Map<String, String> condensed = new LinkedHashMap<>();

    /** @param what as in {@code phone, URL-encoded} @param around what stands beside it, itself left out */
    record Find(String what, String around) {}

    Searcher(Collection<Canary.Secret> secrets) {
        secrets.forEach(this::add);
    }

    private void add(Canary.Secret secret) {
        var text = secret.text();
        var bytes = text.getBytes(UTF_8);
        form(secret, "", text);
        form(secret, ", in lower case", text.toLowerCase(Locale.ROOT));
        form(secret, ", URL-encoded", URLEncoder.encode(text, UTF_8));
        form(secret, ", URL-encoded", URLEncoder.encode(text, UTF_8).toLowerCase(Locale.ROOT));
        form(
                secret,
                ", every byte URL-encoded",
                "%" + HexFormat.ofDelimiter("%").formatHex(bytes));
        form(secret, ", in hexadecimal", HexFormat.of().formatHex(bytes));
        form(secret, ", in hexadecimal", HexFormat.of().withUpperCase().formatHex(bytes));
        form(secret, ", escaped", eachChar(text, c -> "\\u%04x".formatted(c)));
        form(secret, ", escaped", eachChar(text, c -> "\\u%04X".formatted(c)));
        form(secret, ", as entities", eachChar(text, "&#%d;"::formatted));
        form(secret, ", in another character set", new String(bytes, ISO_8859_1));
        base64(bytes).forEach(encoded -> form(secret, ", in Base64", encoded));
        if (secret.kind().equals("identity number")) {
            form(secret, ", without its area", text.substring(BIRTH));
        }
        condensed.putIfAbsent(text.toLowerCase(Locale.ROOT), secret.kind() + ", split");
    }

    private void form(Canary.Secret secret, String how, String written) {
        forms.putIfAbsent(written, secret.kind() + how);
    }

    private static String eachChar(String text, IntFunction<String> form) {
        return text.chars().mapToObj(form).collect(Collectors.joining());
    }

    /** What stays the same wherever in a longer text the bytes begin, in either alphabet. */
    private static List<String> base64(byte[] bytes) {
        var found = new ArrayList<String>();
        for (var before = 0; before < BASE64_ALIGNMENTS; before++) {
            var shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            var whole = shifted.length - shifted.length % BASE64_ALIGNMENTS;
            var own = Arrays.copyOfRange(shifted, before == 0 ? 0 : BASE64_ALIGNMENTS, whole);
            found.add(Base64.getEncoder().encodeToString(own));
            found.add(Base64.getUrlEncoder().encodeToString(own));
        }
        return found;
    }

    /** Every secret once, in the first form that is there. */
    List<Find> in(String text) {
        var finds = new LinkedHashMap<String, Find>();
        forms.forEach((written, what) -> {
            var at = text.indexOf(written);
            if (at >= 0) {
                finds.putIfAbsent(kind(what), new Find(what, around(text, at, written.length())));
            }
        });
        var joined = SEPARATORS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        condensed.forEach((written, what) -> {
            var at = joined.indexOf(written);
            if (at >= 0) {
                finds.putIfAbsent(kind(what), new Find(what, around(joined, at, written.length())));
            }
        });
        return List.copyOf(finds.values());
    }

    private static String kind(String what) {
        return what.replaceFirst(",.*", "");
    }

    private static String around(String text, int at, int length) {
        var before = text.substring(Math.max(0, at - CONTEXT), at);
        var after = text.substring(at + length, Math.min(text.length(), at + length + CONTEXT));
        return (before + "…" + after).replaceAll("\\s+", " ");
    }
}
