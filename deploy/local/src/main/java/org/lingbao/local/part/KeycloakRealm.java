package org.lingbao.local.part;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * {@link Realm} as Keycloak imports it: the same people, clients, subjects and claims as the small issuer's. Whoever
 * registers later is a citizen.
 */
final class KeycloakRealm {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "lingbao";
    /** Keycloak's own name for the role that holds what everybody new may do. */
    private static final String DEFAULT_ROLE = "default-roles-" + NAME;

    /**
     * The default, Argon2, takes more than a second of processor time for each sign-in in a JVM that only compiles once.
     * These passwords are no secret: everybody's is the same and stands in the README.
     */
    private static final String PASSWORDS = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    /** Claims of people that only an administrator writes: a clerk's organisation, and whom somebody acts for. */
    private static final List<String> CLAIMS = List.of("org", "employer");

    /** What of Keycloak itself a client may manage. */
    private static final Map<String, String> MANAGES =
            Map.of(Realm.REGISTRATION, "manage-users", Realm.KEYS, "manage-realm");

    /** Nobody needs an e-mail address to sign in. */
    private static final Map<String, ?> PROFILE = Map.of(
            "attributes",
            Stream.concat(Stream.of("username", "email"), CLAIMS.stream())
                    .map(KeycloakRealm::attribute)
                    .toList());

    private KeycloakRealm() {}

    /** The import document; the same realm gives the same text. */
    static String json(Realm realm) {
        var document = new TreeMap<String, Object>();
        document.put("realm", NAME);
        document.put("enabled", true);
        document.put("sslRequired", "none");
        document.put("passwordPolicy", PASSWORDS);
        document.put("accessTokenLifespan", Tokens.LIFETIME_MINUTES * 60);
        document.put("defaultRole", Map.of("name", DEFAULT_ROLE));
        document.put("roles", Map.of("realm", roles(realm)));
        document.put(
                "clients",
                realm.clients().stream().map(c -> client(c, realm.audience())).toList());
        document.put("users", users(realm));
        document.put(
                "components",
                Map.of(
                        "org.keycloak.userprofile.UserProfileProvider",
                        List.of(sorted(Map.of(
                                "providerId",
                                "declarative-user-profile",
                                "config",
                                Map.of("kc.user.profile.config", List.of(text(PROFILE))))))));
        return text(document);
    }

    private static Map<String, ?> attribute(String name) {
        return sorted(Map.of(
                "name",
                name,
                "permissions",
                sorted(Map.of("view", List.of("admin", "user"), "edit", List.of("admin")))));
    }

    private static List<Map<String, ?>> roles(Realm realm) {
        var names = new TreeSet<String>();
        Stream.concat(realm.people().stream(), realm.clients().stream())
                .forEach(subject -> names.addAll(subject.roles()));
        var roles = new ArrayList<Map<String, ?>>();
        names.forEach(name -> roles.add(Map.of("name", name)));
        roles.add(sorted(Map.of(
                "name", DEFAULT_ROLE, "composite", true, "composites", Map.of("realm", List.of(Realm.CITIZEN)))));
        return roles;
    }

    private static Map<String, ?> client(Realm.Client client, String audience) {
        var mappers = new ArrayList<Map<String, ?>>();
        mappers.add(mapper("audience", "oidc-audience-mapper", Map.of("included.custom.audience", audience)));
        CLAIMS.forEach(claim -> mappers.add(mapper(
                claim, "oidc-usermodel-attribute-mapper", Map.of("user.attribute", claim, "claim.name", claim))));
        new TreeMap<>(client.claims())
                .forEach((name, value) -> mappers.add(
                        mapper(name, "oidc-hardcoded-claim-mapper", Map.of("claim.name", name, "claim.value", value))));
        var document = new TreeMap<String, Object>();
        document.put("clientId", client.id());
        document.put("standardFlowEnabled", false);
        document.put("protocolMappers", mappers);
        if (client.secret() == null) {
            document.put("publicClient", true);
            document.put("directAccessGrantsEnabled", true);
        } else {
            document.put("secret", client.secret());
            document.put("serviceAccountsEnabled", true);
        }
        return document;
    }

    private static Map<String, ?> mapper(String name, String kind, Map<String, String> settings) {
        var config = new TreeMap<>(settings);
        config.put("access.token.claim", "true");
        config.put("jsonType.label", "String");
        return sorted(Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config));
    }

    private static List<Map<String, ?>> users(Realm realm) {
        var users = new ArrayList<Map<String, ?>>();
        for (var person : realm.people()) {
            var user = user(person, person.username());
            user.put("credentials", List.of(sorted(Map.of("type", "password", "value", person.password()))));
            var attributes = new TreeMap<String, List<String>>();
            person.claims().forEach((name, value) -> attributes.put(name, List.of(value)));
            user.put("attributes", attributes);
            users.add(user);
        }
        for (var client : realm.clients()) {
            if (client.secret() != null) {
                var user = user(client, "service-account-" + client.id());
                user.put("serviceAccountClientId", client.id());
                var manages = MANAGES.get(client.id());
                if (manages != null) {
                    user.put("clientRoles", Map.of("realm-management", List.of(manages)));
                }
                users.add(user);
            }
        }
        return users;
    }

    private static Map<String, Object> user(Realm.Subject subject, String username) {
        var user = new TreeMap<String, Object>();
        user.put("id", subject.subject());
        user.put("username", username);
        user.put("enabled", true);
        user.put("realmRoles", subject.roles());
        return user;
    }

    private static Map<String, ?> sorted(Map<String, ?> fields) {
        return new TreeMap<>(fields);
    }

    private static String text(Map<String, ?> document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
