package org.lingbao.local.walk;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingbao.local.testing.TestTokens;

/**
 * What doors are tried on: things that belong to somebody, and the tokens of those who knock. Things are made when a door
 * needs them. Whoever is not told of has the token of {@code realm.json}.
 */
public final class World {
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final String NINE = "9";

    /** Who is there in every world. */
    private static final Map<Knocker, Supplier<String>> USUAL = usual();

    private final Map<String, Supplier<String>> makers = new HashMap<>();
    private final Map<String, Supplier<String>> nobodys = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final Map<Knocker, Supplier<String>> tokens = new LinkedHashMap<>();

    /** A world with nothing in it but the usual callers. */
    public World() {
        tokens.putAll(USUAL);
    }

    /** Something that somebody has; a UUID or a number with digits, so that there are others that nobody has. */
    public World thing(String name, Supplier<String> maker) {
        return thing(name, maker, () -> unlike(value(name)));
    }

    /** @param nobodys one that is formed as well and that nobody has */
    public World thing(String name, Supplier<String> maker, Supplier<String> nobodys) {
        makers.put(name, maker);
        this.nobodys.put(name, nobodys);
        return this;
    }

    /** A word that a request needs and that is nobody's; {@code name@clerk} or {@code name@other} is that knocker's. */
    public World word(String name, Supplier<String> maker) {
        makers.put(name, maker);
        return this;
    }

    private World knocks(String caller, Knocker.Side side, Supplier<String> token) {
        tokens.put(new Knocker(caller, side), once(token));
        return this;
    }

    /** The citizen to whom the things belong, and another. */
    public World citizens(Supplier<String> own, Supplier<String> other) {
        return knocks("citizen", Knocker.Side.OWN, own).knocks("citizen", Knocker.Side.OTHER, other);
    }

    /** The company to which the things belong, and another. */
    public World employers(Supplier<String> own, Supplier<String> other) {
        return knocks("employer", Knocker.Side.OWN, own).knocks("employer", Knocker.Side.OTHER, other);
    }

    /** What is called so here. */
    public String value(String name) {
        var known = made.get(name);
        if (known == null) {
            var maker = makers.get(name);
            if (maker == null) {
                throw new IllegalStateException("the world has no {" + name + "}");
            }
            known = maker.get();
            made.put(name, known);
        }
        return known;
    }

    Set<Knocker> knockers() {
        return tokens.keySet();
    }

    String token(Knocker knocker) {
        var token = tokens.get(knocker);
        if (token == null) {
            throw new IllegalStateException("nobody plays " + knocker);
        }
        return token.get();
    }

    /** The template with what this knocker would fill in. */
    String filled(String template, @Nullable Knocker knocker) {
        return fill(template, name -> value(named(name, knocker)));
    }

    /** The same with things that nobody has. */
    String filledWithNothing(String template, Knocker knocker) {
        return fill(template, name -> {
            var nobodysOwn = nobodys.get(name);
            return nobodysOwn == null
                    ? value(named(name, knocker))
                    : made.computeIfAbsent("nobody's " + name, _ -> nobodysOwn.get());
        });
    }

    /** The text with names in place of things and of what nobody has, so that answers can be compared. */
    String withoutThings(String text) {
        var plain = text;
        for (var name : nobodys.keySet()) {
            for (var value : new @Nullable String[] {made.get(name), made.get("nobody's " + name)}) {
                plain = value == null ? plain : plain.replace(value, "{" + name + "}");
            }
        }
        return plain;
    }

    /** Whether such a text shows a thing. */
    boolean shows(String withoutThings) {
        return nobodys.keySet().stream().anyMatch(name -> withoutThings.contains("{" + name + "}"));
    }

    private String named(String name, @Nullable Knocker knocker) {
        return knocker == null
                ? name
                : Stream.of(knocker.caller(), knocker.side().word())
                        .map(whose -> name + "@" + whose)
                        .filter(makers::containsKey)
                        .findFirst()
                        .orElse(name);
    }

    private static String fill(String template, UnaryOperator<String> values) {
        return NAME.matcher(template).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }

    private static String unlike(String value) {
        return isUuid(value)
                ? UUID.randomUUID().toString()
                : DIGIT.matcher(value).replaceAll(NINE);
    }

    private static boolean isUuid(String value) {
        return value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static Map<Knocker, Supplier<String>> usual() {
        var all = new LinkedHashMap<Knocker, Supplier<String>>();
        sides(
                all,
                "clerk",
                TestTokens.mint("li.clerk"),
                TestTokens.mint("zhou.clerk"),
                TestTokens.mint("li.clerk").without("org"));
        sides(
                all,
                "bank",
                TestTokens.mint("bank-ccb"),
                TestTokens.mint("bank-ccb").claim("bank", "RCB"),
                TestTokens.mint("bank-ccb").without("bank"));
        sides(all, "terminal", TestTokens.mint("terminal-370702-0001"), TestTokens.mint("terminal-370782-0001"));
        sides(
                all,
                "employer",
                TestTokens.mint("chen.employer"),
                TestTokens.mint("he.employer"),
                TestTokens.mint("chen.employer").without("employer"));
        sides(
                all,
                "tax",
                TestTokens.mint("tax-21"),
                TestTokens.mint("tax-21").claim("bureau", "TAX-370000"),
                TestTokens.mint("tax-21").without("bureau"));
        sides(all, "operator", TestTokens.mint("operator"));
        sides(all, "auditor", TestTokens.mint("auditor"));
        sides(all, "service", TestTokens.mint("service-transfer"));
        all.put(
                new Knocker("citizen", Knocker.Side.LOST),
                once(TestTokens.stranger("not-registered", "citizen")::token));
        return all;
    }

    /** The tokens of a caller: its own, another's, a lost one. */
    private static void sides(Map<Knocker, Supplier<String>> all, String caller, TestTokens... tokens) {
        for (var at = 0; at < tokens.length; at++) {
            all.put(new Knocker(caller, Knocker.Side.values()[at]), once(tokens[at]::token));
        }
    }

    private static Supplier<String> once(Supplier<String> maker) {
        var made = new AtomicReference<@Nullable String>();
        return () -> requireNonNull(made.updateAndGet(known -> known == null ? maker.get() : known));
    }
}
