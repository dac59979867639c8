package org.lingbao.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path key;
    private LocalIssuer issuer;

    LocalIssuerTest(@TempDir Path directory) {
        key = directory.resolve("issuer/key.json");
        issuer = LocalIssuer.start(key, Ports.free());
    }

    @AfterEach
    void stop() {
        issuer.close();
        http.close();
    }

    private record Answer(int status, JsonNode body) {}

    private Answer token(String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(issuer.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }

    /** As a service does it: the keys come from where the configuration says. */
    private JwtClaims verified(String token) throws Exception {
        var configuration = JSON.readTree(http.send(
                        HttpRequest.newBuilder(URI.create(issuer.issuer() + "/.well-known/openid-configuration"))
                                .build(),
                        BodyHandlers.ofString())
                .body());
        var keys = new HttpsJwks(configuration.path("jwks_uri").asText());
        return new JwtConsumerBuilder()
                .setExpectedIssuer(configuration.path("issuer").asText())
                .setExpectedAudience("lingbao")
                .setRequireExpirationTime()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .build()
                .processToClaims(token);
    }

    private String terminalToken() throws IOException, InterruptedException {
        var answer = token("grant_type=client_credentials&client_id=terminal-370702-0001&client_secret=lingbao");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("access_token").asText();
    }

    @Test
    void a_terminals_token_names_bank_and_terminal_and_verifies_against_the_published_keys() throws Exception {
        var claims = verified(terminalToken());

        assertThat(claims.getClaimsMap())
                .containsEntry("azp", "terminal-370702-0001")
                .containsEntry("bank", "CCB")
                .containsEntry("terminal", "370702-0001")
                .containsEntry("realm_access", Map.of("roles", List.of("bank")));
    }

    @Test
    void a_citizen_signs_in_with_a_password_and_is_the_same_person_every_time() throws Exception {
        var form = "grant_type=password&client_id=lingbao-app&username=citizen-42&password=lingbao";
        var first = verified(token(form).body().path("access_token").asText());
        var again = verified(token(form).body().path("access_token").asText());

        assertThat(first.getSubject()).isEqualTo(again.getSubject()).hasSize(36);
        assertThat(first.getStringClaimValue("preferred_username")).isEqualTo("citizen-42");
        assertThat(first.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("citizen")));
    }

    @Test
    void tokens_outlive_a_restart_of_the_issuer() throws Exception {
        var token = terminalToken();
        var subject = verified(token).getSubject();
        var port = URI.create(issuer.issuer()).getPort();
        issuer.close();
        issuer = LocalIssuer.start(key, port);

        assertThat(verified(token).getSubject()).isEqualTo(subject);
    }

    @Test
    void wrong_credentials_are_refused_as_oauth_says() throws Exception {
        var wrongSecret = token("grant_type=client_credentials&client_id=terminal-370702-0001&client_secret=x");
        var wrongPassword = token("grant_type=password&client_id=lingbao-app&username=zhao.qiang&password=x");
        var noSecret = token("grant_type=client_credentials&client_id=lingbao-app");

        assertThat(wrongSecret.status()).isEqualTo(401);
        assertThat(wrongSecret.body().path("error").asText()).isEqualTo("invalid_client");
        assertThat(wrongPassword.body().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(noSecret.body().path("error").asText()).isEqualTo("unauthorized_client");
        assertThat(token("grant_type=magic&client_id=lingbao-app").status()).isEqualTo(400);
    }
}
