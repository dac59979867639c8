package org.lingbao.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class KeycloakRealmTest {
    private final Realm realm = Realm.load();
    private final JsonNode document = new ObjectMapper().readTree(KeycloakRealm.json(realm));

    KeycloakRealmTest() throws IOException {}

    private JsonNode one(String list, String field, String value) {
        return StreamSupport.stream(document.path(list).spliterator(), false)
                .filter(entry -> entry.path(field).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> claims(String client, String mapper, String value) {
        var claims = new HashMap<String, String>();
        one("clients", "clientId", client).path("protocolMappers").forEach(entry -> {
            if (entry.path("protocolMapper").asText().equals(mapper)) {
                var config = entry.path("config");
                claims.put(
                        config.path("claim.name").asText(), config.path(value).asText());
            }
        });
        return claims;
    }

    @Test
    void everybody_is_the_same_subject_with_the_same_roles_as_in_the_tests() {
        for (var person : realm.people()) {
            var user = one("users", "username", person.username());
            assertThat(user.path("id").asText()).isEqualTo(person.subject());
            assertThat(user.path("realmRoles")).extracting(JsonNode::asText).isEqualTo(person.roles());
        }
        var terminal = one("users", "serviceAccountClientId", "terminal-370702-0001");
        assertThat(terminal.path("id").asText())
                .isEqualTo(realm.client("terminal-370702-0001").orElseThrow().subject());
        assertThat(terminal.path("realmRoles")).extracting(JsonNode::asText).isEqualTo(List.of("bank"));
    }

    @Test
    void a_token_tells_the_organisation_of_a_clerk_the_code_of_an_employer_and_the_bank_of_a_terminal() {
        assertThat(one("users", "username", "gao.clerk").at("/attributes/org/0").asText())
                .isEqualTo("210200");
        assertThat(one("users", "username", "chen.employer")
                        .at("/attributes/employer/0")
                        .asText())
                .isEqualTo(realm.person("chen.employer").orElseThrow().claims().get("employer"))
                .hasSize(18);
        assertThat(claims(Realm.APP, "oidc-usermodel-attribute-mapper", "user.attribute"))
                .isEqualTo(Map.of("org", "org", "employer", "employer"));
        assertThat(claims("terminal-370782-0001", "oidc-hardcoded-claim-mapper", "claim.value"))
                .isEqualTo(Map.of("bank", "RCB", "terminal", "370782-0001"));
    }

    @Test
    void nobody_writes_their_own_organisation_or_employer() throws IOException {
        var text = document.at(
                "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0");
        var profile = new ObjectMapper().readTree(text.asText());

        assertThat(profile.path("attributes"))
                .extracting(attribute -> attribute.at("/permissions/edit").toString())
                .containsOnly("[\"admin\"]")
                .hasSize(4);
    }

    @Test
    void whoever_registers_is_a_citizen_and_only_one_client_registers_people() {
        var everybody = StreamSupport.stream(document.at("/roles/realm").spliterator(), false)
                .filter(role -> role.path("composite").asBoolean())
                .toList();

        assertThat(everybody).hasSize(1);
        assertThat(everybody.getFirst().at("/composites/realm/0").asText()).isEqualTo("citizen");
        assertThat(document.path("users"))
                .filteredOn(user -> user.has("clientRoles"))
                .extracting(user -> user.path("serviceAccountClientId").asText() + " "
                        + user.at("/clientRoles/realm-management/0").asText())
                .containsExactly(Realm.REGISTRATION + " manage-users", Realm.KEYS + " manage-realm");
    }

    @Test
    void the_same_realm_is_the_same_text() {
        assertThat(KeycloakRealm.json(Realm.load())).isEqualTo(KeycloakRealm.json(realm));
    }
}
