package org.lingbao.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who is told an address reaches it, and from outside only what is meant to be asked. */
class ReachTest {
    private static final Overlay GOOD = Rendered.shandong();
    private static final Project PROJECT = Rendered.PROJECT;

    @Test
    void everybody_listens_where_others_ask() {
        var ports = new Ports(PROJECT);
        var moved = Rendered.with(
                GOOD, "Deployment/enrollment", "/spec/template/spec/containers/0/ports/0/containerPort", "8081");
        var nowhere = Rendered.with(GOOD, "Service/enrollment", "/spec/ports/0/targetPort", "https");
        var nobody = Rendered.with(GOOD, "Service/enrollment", "/spec/selector", "{app.kubernetes.io/name: nobody}");
        var probe = Rendered.with(
                GOOD, "Deployment/enrollment", "/spec/template/spec/containers/0/livenessProbe/httpGet/port", "admin");

        assertThat(Rendered.found(ports, moved)).anyMatch(line -> line.contains("enrollment listens on 8080"));
        assertThat(Rendered.found(ports, nowhere)).anyMatch(line -> line.contains("leads to port https"));
        assertThat(Rendered.found(ports, nobody)).anyMatch(line -> line.contains("selects no pod"));
        assertThat(Rendered.found(ports, probe)).anyMatch(line -> line.contains("a probe asks port admin"));
    }

    @Test
    void an_address_leads_to_somebody_who_may_be_reached() {
        var ports = new Ports(PROJECT);
        var url = Rendered.variable(GOOD, "transfer", "LINGBAO_ENROLLMENT_URL") + "/value";

        assertThat(Rendered.found(ports, Rendered.with(GOOD, "Deployment/transfer", url, "http://enrolment:8080")))
                .singleElement()
                .asString()
                .contains("there is no enrolment in this overlay");
        assertThat(Rendered.found(ports, Rendered.with(GOOD, "Deployment/transfer", url, "http://enrollment:80")))
                .singleElement()
                .asString()
                .contains("on port 80, which it does not have");
        assertThat(Rendered.found(ports, Rendered.without(GOOD, "NetworkPolicy/transfer-asks")))
                .anyMatch(line -> line.contains("may not ask enrollment:8080"));
        assertThat(Rendered.found(ports, Rendered.without(GOOD, "NetworkPolicy/contribution")))
                .anyMatch(line ->
                        line.contains("Deployment/transfer") && line.contains("is not let in at contribution:8080"));
        assertThat(Rendered.found(
                        ports, Rendered.with(GOOD, "Kafka/kafka", "/spec/kafka/listeners/0/networkPolicyPeers", "[]")))
                .anyMatch(line -> line.contains("is not let in at kafka-kafka-bootstrap:9092"));
        assertThat(Rendered.found(ports, Rendered.without(GOOD, "NetworkPolicy/postgres")))
                .anyMatch(line -> line.contains("is not let in at postgres-rw:5432"));
    }

    @Test
    void the_ways_in_are_those_of_the_interface() {
        var routes = new Routes(PROJECT);
        var open = Rendered.with(
                GOOD, "HTTPRoute/transfer", "/spec/rules/0/matches/-", "{path: {type: PathPrefix, value: /q}}");
        var closed = Rendered.without(GOOD, "HTTPRoute/transfer", "/spec/rules/0/matches/0");
        var lost = Rendered.with(GOOD, "HTTPRoute/transfer", "/spec/rules/0/backendRefs/0/port", "80");
        var barred = Rendered.without(GOOD, "NetworkPolicy/transfer", "/spec/ingress/0/from/0");
        var blind = Rendered.with(GOOD, "ServiceMonitor/services", "/spec/endpoints/0/port", "metrics");

        assertThat(Rendered.found(routes, open)).singleElement().asString().contains("opens /q, which is not in");
        assertThat(Rendered.found(routes, closed))
                .singleElement()
                .asString()
                .contains("does not lead to /business-day");
        assertThat(Rendered.found(routes, lost)).singleElement().asString().contains("transfer:80, which is not there");
        assertThat(Rendered.found(routes, barred)).singleElement().asString().contains("lets no gateway in");
        assertThat(Rendered.found(routes, blind)).hasSize(4);
    }

    @Test
    void a_strangers_trace_is_left_outside() {
        var open =
                Rendered.without(GOOD, "HTTPRoute/transfer", "/spec/rules/0/filters/0/requestHeaderModifier/remove/0");

        assertThat(Rendered.found(new Routes(PROJECT), open))
                .singleElement()
                .asString()
                .contains("HTTPRoute/transfer", "lets a stranger's trace in");
    }

    @Test
    void a_pod_runs_the_image_that_is_made_here_as_it_is_made() {
        var images = Images.read(Rendered.ROOT);
        var spec = "/spec/template/spec";
        var other = Rendered.with(GOOD, "Deployment/transfer", spec + "/securityContext/runAsUser", "1000");
        var foreign =
                Rendered.with(GOOD, "Deployment/transfer", spec + "/containers/0/image", "lingbao/enrollment:1.0.0");
        var deaf = Rendered.with(GOOD, "Deployment/transfer", spec + "/containers/0/ports/0/containerPort", "80");
        var full = Rendered.with(GOOD, "Job/migrate-transfer", spec + "/containers/0/volumeMounts", "[]");

        assertThat(Rendered.found(images, GOOD)).isEmpty();
        assertThat(Rendered.found(images, other)).singleElement().asString().contains("runs as 1000:1001");
        assertThat(Rendered.found(images, foreign)).singleElement().asString().contains("runs lingbao/enrollment");
        assertThat(Rendered.found(images, deaf))
                .singleElement()
                .asString()
                .contains("listens where its image does not");
        assertThat(Rendered.found(images, full)).singleElement().asString().contains("writes to /tmp");
    }

    @Test
    void a_file_that_the_configuration_names_is_mounted_there() {
        var mounts = new Mounts(PROJECT);
        var code = Rendered.variable(GOOD, "job-matching", "LINGBAO_JOB_CODE_KEYS");
        var byDefault = Rendered.without(GOOD, "Deployment/job-matching", code);
        var moved = Rendered.with(
                GOOD,
                "Deployment/transfer",
                Rendered.variable(GOOD, "transfer", "LINGBAO_KEYS") + "/value",
                "/etc/keys");

        assertThat(Rendered.found(mounts, byDefault))
                .singleElement()
                .asString()
                .contains("lingbao.job-code.keys is /etc/lingbao/keys/job-code.json, where nothing is mounted");
        assertThat(Rendered.found(mounts, moved)).singleElement().asString().contains("lingbao.keys is /etc/keys");
    }

    @Test
    void the_billing_job_asks_what_contribution_answers_as_somebody_who_may() {
        var script = data("bill.sh");
        var realm = data("realm.json");

        assertThat(script)
                .contains("$CONTRIBUTION/billing-runs", "client_id=billing", "Idempotency-Key: billing-$day")
                .contains("$CONTRIBUTION/billing-runs/$run");
        assertThat(PROJECT.service("contribution").orElseThrow().paths()).contains("/billing-runs");
        assertThat(realm)
                .containsPattern("\"serviceAccountClientId\": \"billing\",\\s+\"realmRoles\": \\[\\s+\"operator\"");
    }

    private static String data(String file) {
        return GOOD.all("ConfigMap")
                .filter(map -> map.at("/data").has(file))
                .findFirst()
                .orElseThrow()
                .at("/data")
                .path(file)
                .asText();
    }
}
