package org.lingbao.local.part;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people and programs that Keycloak and the tests' issuer know: {@code realm.json}. */
public record Realm(String audience, String citizenPassword, List<Person> people, List<Client> clients) {
    /** The client that people sign in through; it has no secret. */
    public static final String APP = "lingbao-app";

    /** The client through which an app registers new people; it may do nothing else. */
    public static final String REGISTRATION = "lingbao-registration";

    /** The client through which the issuer's keys are changed; it may do nothing else than what concerns the realm. */
    public static final String KEYS = "lingbao-keys";

    /** The role of whoever registers. */
    static final String CITIZEN = "citizen";

    private static final String CITIZEN_LOGIN = CITIZEN + "-\\d{1,12}";

    /** Whom a token is about. */
    public sealed interface Subject {
        /** A login name or a client id. */
        String name();

        List<String> roles();

        /** Further claims: {@code org} of a clerk, {@code employer} of an employer, {@code bank} and {@code terminal} of a terminal. */
        Map<String, String> claims();

        /** The same for ever, so that a token of tomorrow is still the same person. */
        default String subject() {
            return UUID.nameUUIDFromBytes(("lingbao:" + name()).getBytes(UTF_8)).toString();
        }
    }

    /** Somebody who signs in with a password. */
    public record Person(String username, String password, List<String> roles, Map<String, String> claims)
            implements Subject {
        @Override
        public String name() {
            return username;
        }
    }

    /** A program that has a secret of its own. */
    public record Client(String id, @Nullable String secret, List<String> roles, Map<String, String> claims)
            implements Subject {
        @Override
        public String name() {
            return id;
        }
    }

    /** Reads {@code realm.json} from the class path. */
    public static Realm load() {
        var mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (var json = Realm.class.getResourceAsStream("/realm.json")) {
            return mapper.readValue(json, Realm.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read realm.json", e);
        }
    }

    /** A named person, or the citizen {@code citizen-<number>}: there is one for every number. */
    public Optional<Person> person(String username) {
        var named = people.stream().filter(p -> p.username().equals(username)).findFirst();
        return named.or(() -> username.matches(CITIZEN_LOGIN)
                ? Optional.of(new Person(username, citizenPassword, List.of(CITIZEN), Map.of()))
                : Optional.empty());
    }

    /** A client by its id. */
    public Optional<Client> client(String id) {
        return clients.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
