package org.lingbao.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the policy forbids is named, wherever it stands. */
class PolicyTest {
    private static final Overlay GOOD = Rendered.shandong();
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";
    private static final PodCare CARE = new PodCare(Duration.ofSeconds(10), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/spec/template/spec/securityContext/runAsNonRoot | false | may run as root",
                "/spec/template/spec/securityContext/runAsUser | 0 | names no user other than root",
                "/spec/template/spec/securityContext/seccompProfile | {type: Unconfined} | has all system calls",
                "/spec/template/spec/automountServiceAccountToken | true | has a token",
                "/spec/template/spec/enableServiceLinks | true | KAFKA_PORT",
                "/spec/template/spec/serviceAccountName | default | account of everybody",
                "/spec/template/spec/hostNetwork | true | shares the machine's network",
                "/spec/template/spec/volumes/- | {name: h, hostPath: {path: /}} | mounts the machine's files",
                "/spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem | false | its own files",
                "/spec/template/spec/containers/0/securityContext/allowPrivilegeEscalation | true | may gain rights",
                "/spec/template/spec/containers/0/securityContext/privileged | true | is privileged",
                "/spec/template/spec/containers/0/securityContext/capabilities | {drop: [NET_RAW]} | has capabilities",
                "/spec/template/spec/containers/0/securityContext/capabilities/add | [CHOWN] | has capabilities",
                "/spec/template/spec/containers/0/image | lingbao/transfer | without a version",
                "/spec/template/spec/containers/0/image | host:5000/lingbao/transfer | without a version",
                "/spec/template/spec/containers/0/image | lingbao/transfer:latest | without a version",
                "/spec/template/spec/initContainers | [{name: i, image: 'a:1'}] | container i has capabilities",
            })
    void a_pod_may_do_nothing_to_its_machine(String pointer, String value, String what) {
        for (var object : new String[] {"Deployment/transfer", "Job/migrate-transfer", "Deployment/keycloak"}) {
            assertThat(Rendered.found(new PodSecurity(), Rendered.with(GOOD, object, pointer, value)))
                    .anyMatch(line -> line.contains(object) && line.contains(what));
        }
    }

    @Test
    void the_pod_of_a_cron_job_is_held_to_the_same() {
        var root = Rendered.without(
                GOOD, "CronJob/billing", "/spec/jobTemplate/spec/template/spec/securityContext/runAsNonRoot");

        assertThat(Rendered.found(new PodSecurity(), root))
                .singleElement()
                .asString()
                .contains("may run as root");
    }

    @Test
    void the_namespace_refuses_what_the_policy_forbids() {
        var open =
                Rendered.without(GOOD, "Namespace/lingbao-37", "/metadata/labels/pod-security.kubernetes.io~1enforce");

        assertThat(Rendered.found(new PodSecurity(), open))
                .singleElement()
                .asString()
                .contains("enforce: restricted");
        assertThat(Rendered.found(new PodSecurity(), Rendered.without(GOOD, "Namespace/lingbao-37")))
                .singleElement()
                .asString()
                .contains("there is none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/resources/limits/memory | has no limits of memory",
                "/resources/requests/cpu | has no requests of cpu",
                "/startupProbe | has no startupProbe",
                "/readinessProbe | has no readinessProbe",
                "/livenessProbe | has no livenessProbe",
                "/lifecycle | while requests are still sent to it",
            })
    void a_service_lacks_nothing_that_keeps_it_well(String pointer, String what) {
        assertThat(Rendered.found(CARE, Rendered.without(GOOD, "Deployment/transfer", CONTAINER + pointer)))
                .anyMatch(line -> line.contains(what));
    }

    @Test
    void a_service_is_spread_and_is_never_less_than_it_should_be() {
        var heaped = Rendered.without(GOOD, "Deployment/transfer", POD + "/topologySpreadConstraints/1");
        var elsewhere = Rendered.with(
                GOOD,
                "Deployment/transfer",
                POD + "/topologySpreadConstraints/0/labelSelector",
                "{matchLabels: {app.kubernetes.io/name: enrollment}}");
        var less = Rendered.with(GOOD, "Deployment/transfer", "/spec/strategy/rollingUpdate/maxUnavailable", "1");

        assertThat(Rendered.found(CARE, heaped)).singleElement().asString().contains("on one node or in one zone");
        assertThat(Rendered.found(CARE, elsewhere)).singleElement().asString().contains("on one node or in one zone");
        assertThat(Rendered.found(CARE, less)).singleElement().asString().contains("fewer than it should be");
    }

    @Test
    void a_disruption_budget_must_select_the_service_and_leave_one() {
        var none = Rendered.without(GOOD, "PodDisruptionBudget/transfer");
        var another = Rendered.with(
                GOOD,
                "PodDisruptionBudget/transfer",
                "/spec/selector/matchLabels/app.kubernetes.io~1name",
                "enrollment");
        var all = Rendered.with(GOOD, "PodDisruptionBudget/transfer", "/spec/maxUnavailable", "100%");

        for (var broken : new Overlay[] {none, another, all}) {
            assertThat(Rendered.found(CARE, broken)).singleElement().asString().contains("taken away whole");
        }
    }

    @Test
    void a_start_may_wait_for_the_issuer_and_an_end_for_the_requests() {
        var hasty = Rendered.with(GOOD, "Deployment/transfer", CONTAINER + "/startupProbe/failureThreshold", "10");
        var cut = Rendered.with(GOOD, "Deployment/transfer", POD + "/terminationGracePeriodSeconds", "18");
        var wrong = Rendered.with(
                GOOD, "Deployment/transfer", CONTAINER + "/livenessProbe/httpGet/path", "/q/health/ready");

        assertThat(Rendered.found(CARE, hasty))
                .singleElement()
                .asString()
                .contains("killed after 30 s", "may need 90 s");
        assertThat(Rendered.found(CARE, cut)).singleElement().asString().contains("18 s", "8 s of pause", "10 s");
        assertThat(Rendered.found(CARE, wrong))
                .singleElement()
                .asString()
                .contains("livenessProbe asks /q/health/ready");
    }

    @Test
    void a_job_ends_some_time_and_leaves_its_log() {
        var endless = Rendered.without(GOOD, "Job/migrate-transfer", "/spec/activeDeadlineSeconds");
        var again = Rendered.with(
                GOOD, "CronJob/billing", "/spec/jobTemplate/spec/template/spec/restartPolicy", "OnFailure");

        assertThat(Rendered.found(CARE, endless)).singleElement().asString().contains("may run for ever");
        assertThat(Rendered.found(CARE, again)).singleElement().asString().contains("leaves no log");
    }

    @Test
    void nothing_talks_to_anything_by_default() {
        var open = Rendered.without(GOOD, "NetworkPolicy/default-deny");
        var half = Rendered.with(GOOD, "NetworkPolicy/default-deny", "/spec/policyTypes", "[Ingress]");

        assertThat(Rendered.found(new Isolation(), open))
                .singleElement()
                .asString()
                .contains("none denies");
        assertThat(Rendered.found(new Isolation(), half))
                .singleElement()
                .asString()
                .contains("none denies");
    }

    @Test
    void everything_is_in_the_namespace_of_the_cell_and_says_who_may_talk_to_it() {
        var strayed = Rendered.with(GOOD, "Service/transfer", "/metadata/namespace", "default");
        var alone = Rendered.with(
                GOOD,
                "Deployment/job-matching",
                POD.replace("/spec/template/spec", "/spec/template") + "/metadata/labels",
                "{app.kubernetes.io/name: job-matching}");

        assertThat(Rendered.found(new Isolation(), strayed))
                .singleElement()
                .asString()
                .contains("namespace default");
        assertThat(Rendered.found(new Isolation(), alone))
                .singleElement()
                .asString()
                .contains("nobody says who");
    }

    @Test
    void a_broker_is_held_to_the_same_in_its_template() {
        var root = Rendered.with(GOOD, "Kafka/kafka", "/spec/kafka/template/pod/securityContext/runAsNonRoot", "false");
        var writing = Rendered.without(GOOD, "Kafka/kafka", "/spec/kafka/template/kafkaContainer");
        var own = Rendered.with(GOOD, "KafkaNodePool/node", "/spec/template", "{pod: {}}");

        assertThat(Rendered.found(new PodSecurity(), root))
                .singleElement()
                .asString()
                .contains("may run as root");
        assertThat(Rendered.found(new PodSecurity(), writing)).hasSize(3);
        assertThat(Rendered.found(new PodSecurity(), own))
                .singleElement()
                .asString()
                .contains("replaces the template");
    }
}
