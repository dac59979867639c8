package org.lingbao.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is deployed and what the services say of themselves agree, or the difference is named. */
class AgreementTest {
    private static final Overlay GOOD = Rendered.shandong();
    private static final Project PROJECT = Rendered.PROJECT;
    private static final String ENV = "/spec/template/spec/containers/0/env";
    private static final Environment ENVIRONMENT = new Environment(PROJECT, QuarkusKeys.read());

    @Test
    void a_variable_that_the_service_does_not_read_is_named_with_the_one_that_was_meant() {
        var typing = Rendered.with(
                GOOD, "Deployment/transfer", ENV + "/-", "{name: LINGBAO_EXCHANGE_RETRY_CAPS, value: PT1M}");
        var foreign =
                Rendered.with(GOOD, "Deployment/enrollment", ENV + "/-", "{name: LINGBAO_TRANSFER_PAYEE, value: x}");

        assertThat(Rendered.found(ENVIRONMENT, typing))
                .singleElement()
                .asString()
                .contains("Deployment/transfer", "did you mean LINGBAO_EXCHANGE_RETRY_CAP?");
        assertThat(Rendered.found(ENVIRONMENT, foreign))
                .singleElement()
                .asString()
                .contains("which enrollment does not read");
    }

    @Test
    void a_variable_that_only_a_build_reads_and_one_that_stands_twice_are_named() {
        var late = Rendered.with(
                GOOD, "Deployment/transfer", ENV + "/-", "{name: QUARKUS_DATASOURCE_DB_KIND, value: postgresql}");
        var twice = Rendered.with(GOOD, "Deployment/transfer", ENV + "/-", "{name: LINGBAO_KEYS, value: /x}");

        assertThat(Rendered.found(ENVIRONMENT, late)).singleElement().asString().contains("when the service was built");
        assertThat(Rendered.found(ENVIRONMENT, twice))
                .singleElement()
                .asString()
                .contains("sets LINGBAO_KEYS twice");
    }

    @Test
    void everything_without_which_a_service_does_not_start_is_required() {
        assertThat(PROJECT.service("transfer").orElseThrow().required())
                .contains(
                        "lingbao.cell",
                        "lingbao.keys",
                        "lingbao.exchange.keys",
                        "lingbao.enrollment.url",
                        "lingbao.client.secret",
                        "lingbao.transfer.payee",
                        "kafka.bootstrap.servers",
                        "quarkus.datasource.password")
                .doesNotContain("lingbao.topic-prefix", "lingbao.exchange.retry-cap", "lingbao.business-day.start");
        var lacking = Rendered.with(GOOD, "Deployment/transfer", ENV, "[]");

        assertThat(Rendered.found(ENVIRONMENT, lacking)).anyMatch(line -> line.contains("LINGBAO_TRANSFER_PAYEE"));
    }

    @Test
    void a_service_without_pods_is_told_what_to_add() {
        var services = new ArrayList<>(PROJECT.services());
        services.add(new ServiceSource("fairs", Map.of(), Set.of(), Set.of(), Set.of()));
        var grown = new Project(PROJECT.root(), services, PROJECT.topics());

        assertThat(Rendered.found(new Environment(grown, QuarkusKeys.read()), GOOD))
                .hasSize(2)
                .allMatch(line -> line.contains("add deploy/kubernetes/base/fairs"));
    }

    @Test
    void a_new_topic_and_one_that_nobody_declares_are_named() {
        var more = Stream.concat(PROJECT.topics().stream(), Stream.of(new Project.Topic("made.up", 6, "forever")))
                .toList();
        var wanting = new Topics(new Project(PROJECT.root(), PROJECT.services(), more));
        var fewer = new Topics(new Project(
                PROJECT.root(),
                PROJECT.services(),
                PROJECT.topics().stream().skip(1).toList()));

        assertThat(Rendered.found(wanting, GOOD))
                .singleElement()
                .asString()
                .contains("declares made.up, and nothing makes it", "./lingbao manifests topics");
        assertThat(Rendered.found(fewer, GOOD))
                .singleElement()
                .asString()
                .contains("KafkaTopic/enrollment.person", "is not in contracts/events/topics.yaml");
    }

    @Test
    void a_topic_differs_in_nothing() {
        var topics = new Topics(PROJECT);
        var topic = "KafkaTopic/transfer.case";

        assertThat(Rendered.found(topics, Rendered.with(GOOD, topic, "/spec/partitions", "3")))
                .anyMatch(line -> line.contains("has 3 partitions"));
        assertThat(Rendered.found(topics, Rendered.with(GOOD, topic, "/spec/config/retention.ms", "1000")))
                .anyMatch(line -> line.contains("for 1000 ms"));
        assertThat(Rendered.found(topics, Rendered.with(GOOD, topic, "/spec/topicName", "21.transfer.case")))
                .anyMatch(line -> line.contains("services say 37.transfer.case"));
        assertThat(Rendered.found(topics, Rendered.with(GOOD, topic, "/spec/replicas", "1")))
                .anyMatch(line -> line.contains("may lose what was acknowledged"));
        assertThat(Rendered.found(topics, Rendered.with(GOOD, "KafkaNodePool/node", "/spec/replicas", "1")))
                .anyMatch(line -> line.contains("fewer nodes"));
    }

    @Test
    void consumers_that_scale_are_watched_as_they_read() {
        var blind = Rendered.without(GOOD, "ScaledObject/contribution", "/spec/triggers/1");
        var wrong = Rendered.with(
                GOOD, "ScaledObject/enrollment", "/spec/triggers/1/metadata/consumerGroup", "21.enrollment");

        assertThat(Rendered.found(new Scaling(PROJECT), blind))
                .singleElement()
                .asString()
                .contains("how far 37.contribution is behind in 37.enrollment.person", "topic cell.enrollment.person");
        assertThat(Rendered.found(new Scaling(PROJECT), wrong)).hasSize(2);
    }

    @Test
    void one_counts_the_pods_never_two_and_never_down_to_one() {
        var counter = GOOD.find("ScaledObject", "transfer").orElseThrow().tree().deepCopy();
        var second = GOOD.with(kept -> true, Stream.of(new Manifest("second.yaml", counter)));
        var fixed = Rendered.with(GOOD, "Deployment/transfer", "/spec/replicas", "2");
        var single = Rendered.with(GOOD, "ScaledObject/transfer", "/spec/minReplicaCount", "1");
        var alone = Rendered.without(GOOD, "ScaledObject/transfer");
        var lost = Rendered.without(GOOD, "Deployment/transfer");
        var scaling = new Scaling(PROJECT);

        assertThat(Rendered.found(scaling, second))
                .anyMatch(line -> line.contains("components/hpa or components/keda"));
        assertThat(Rendered.found(scaling, fixed)).anyMatch(line -> line.contains("at each apply"));
        assertThat(Rendered.found(scaling, single)).anyMatch(line -> line.contains("single pod"));
        assertThat(Rendered.found(scaling, alone)).anyMatch(line -> line.contains("ends with the node"));
        assertThat(Rendered.found(scaling, lost)).anyMatch(line -> line.contains("which is not there"));
    }

    @Test
    void a_service_uses_its_own_database_and_owns_nothing_there() {
        var databases = new Databases(PROJECT);
        var foreign = Rendered.with(
                GOOD,
                "Deployment/transfer",
                Rendered.variable(GOOD, "transfer", "QUARKUS_DATASOURCE_REACTIVE_URL") + "/value",
                "postgresql://postgres-rw:5432/contribution");
        var unmade = Rendered.without(GOOD, "Database/transfer");
        var another = Rendered.with(
                GOOD,
                "Deployment/transfer",
                Rendered.variable(GOOD, "transfer", "QUARKUS_DATASOURCE_PASSWORD") + "/valueFrom/secretKeyRef/name",
                "postgres-enrollment");
        var nobody = Rendered.with(GOOD, "Database/transfer", "/spec/owner", "somebody");
        var owner = Rendered.with(
                GOOD,
                "Deployment/transfer",
                Rendered.variable(GOOD, "transfer", "QUARKUS_DATASOURCE_PASSWORD") + "/valueFrom/secretKeyRef/name",
                "postgres-transfer");
        var stranger = Rendered.with(
                GOOD,
                "Job/migrate-transfer",
                Rendered.variable(GOOD, "Job", "migrate-transfer", "QUARKUS_FLYWAY_PASSWORD")
                        + "/valueFrom/secretKeyRef/name",
                "postgres-transfer-service");
        var member = Rendered.with(GOOD, "Cluster/postgres", "/spec/managed/roles/1/inRoles", "[enrollment]");

        assertThat(Rendered.found(databases, foreign))
                .anyMatch(line -> line.contains("contribution, which is not its own"));
        assertThat(Rendered.found(databases, unmade)).anyMatch(line -> line.contains("transfer, which nothing makes"));
        assertThat(Rendered.found(databases, another)).anyMatch(line -> line.contains("does not sign in to transfer"));
        assertThat(Rendered.found(databases, nobody)).anyMatch(line -> line.contains("somebody, whom nothing makes"));
        assertThat(Rendered.found(databases, owner))
                .anyMatch(line -> line.contains("could sign in to transfer as its"));
        assertThat(Rendered.found(databases, stranger))
                .anyMatch(line -> line.contains("does not migrate transfer as its"));
        assertThat(Rendered.found(databases, member))
                .anyMatch(line -> line.contains("lets enrollment_service do more"));
    }

    @Test
    void postgresql_has_connections_for_all_pods_and_a_copy_of_each_commit() {
        var databases = new Databases(PROJECT);
        var few = Rendered.with(GOOD, "Cluster/postgres", "/spec/postgresql/parameters/max_connections", "\"200\"");
        var narrow = Rendered.with(GOOD, "Cluster/postgres", "/spec/managed/roles/1/connectionLimit", "20");
        var one = Rendered.with(GOOD, "Cluster/postgres", "/spec/instances", "1");

        assertThat(Rendered.found(databases, few)).singleElement().asString().contains("has 200 connections");
        assertThat(Rendered.found(databases, narrow))
                .singleElement()
                .asString()
                .contains("lets enrollment_service have 20");
        assertThat(Rendered.found(databases, one))
                .singleElement()
                .asString()
                .contains("may lose what was acknowledged");
    }

    @Test
    void what_is_named_is_there_and_what_is_secret_is_not() {
        var references = new References();
        var written = Rendered.and(GOOD, "{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {a: Yg==}}");
        var whole = Rendered.without(GOOD, "Deployment/transfer", "/spec/template/spec/volumes/0/secret/items");
        var account = Rendered.without(GOOD, "ServiceAccount/transfer");
        var token = Rendered.with(GOOD, "ServiceAccount/transfer", "/automountServiceAccountToken", "true");
        var key = Rendered.with(
                GOOD,
                "Deployment/keycloak",
                Rendered.variable(GOOD, "keycloak", "KC_HOSTNAME") + "/valueFrom/configMapKeyRef/key",
                "host");

        assertThat(Rendered.found(references, written))
                .singleElement()
                .asString()
                .contains("writes a secret down");
        assertThat(Rendered.found(references, whole)).singleElement().asString().contains("name its keys under items");
        assertThat(Rendered.found(references, account))
                .isNotEmpty()
                .allMatch(line -> line.contains("which is not there"));
        assertThat(Rendered.found(references, token)).isNotEmpty().allMatch(line -> line.contains("gives a token"));
        assertThat(Rendered.found(references, key)).singleElement().asString().contains("names host of the ConfigMap");
    }

    @Test
    void the_realm_has_what_services_ask_for_and_no_secret() {
        var realm = new Realm(PROJECT);
        var map = GOOD.all("ConfigMap")
                .filter(object -> object.at("/data").has("realm.json"))
                .findFirst()
                .orElseThrow();
        var text = map.at("/data").path("realm.json").asText();

        assertThat(Rendered.found(realm, realmOf(map, text.replace("${SECRET_BILLING}", "lingbao"))))
                .anyMatch(line -> line.contains("writes the secret of a client down"));
        assertThat(Rendered.found(realm, realmOf(map, text.replace("${SECRET_BILLING}", "${SECRET_OTHER}"))))
                .singleElement()
                .asString()
                .contains("names ${SECRET_OTHER}, which Keycloak is not told");
        assertThat(Rendered.found(realm, realmOf(map, text.replace("\"service-transfer\"", "\"transfer\""))))
                .singleElement()
                .asString()
                .contains("has no client service-transfer with the audience lingbao");
        assertThat(Rendered.found(realm, realmOf(map, text.replace("\"auditor\"", "\"inspector\""))))
                .singleElement()
                .asString()
                .contains("has no role auditor");
        assertThat(Rendered.found(realm, realmOf(map, "{")))
                .singleElement()
                .asString()
                .contains("is no JSON");
    }

    private static Overlay realmOf(Manifest map, String text) {
        return Rendered.with(
                GOOD, map.id(), "/data/realm.json", TextNode.valueOf(text).toString());
    }
}
