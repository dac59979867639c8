package org.lingbao.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts and dashboards ask for what is there, and lead to somebody who knows what to do. */
class ObservabilityTest {
    private static final Overlay GOOD = Rendered.rendering().observability();
    private static final Shown SHOWN = Shown.read(Rendered.ROOT);
    private static final Alerts ALERTS = new Alerts(Rendered.ROOT, SHOWN);
    private static final Dashboards DASHBOARDS = new Dashboards(SHOWN);
    private static final String RULE = "PrometheusRule/lingbao";
    private static final String FIRST = "/spec/groups/0/rules/0";
    private static final String MAP = "ConfigMap/lingbao-dashboards";

    @Test
    void what_is_in_the_repository_is_as_it_should_be() {
        assertThat(Rendered.found(Suite.ofObservability(Rendered.PROJECT), GOOD))
                .isEmpty();
        assertThat(Alerts.queries(GOOD)).hasSizeGreaterThan(15);
    }

    @Test
    void a_metric_that_no_service_shows_is_named() {
        var gone = Rendered.with(GOOD, RULE, FIRST + "/expr", "max by (cell) (lingbao_outbox_event) > 1");

        assertThat(Rendered.found(ALERTS, gone))
                .singleElement()
                .asString()
                .contains("alert ServiceAway asks for lingbao_outbox_event, which no service shows");
    }

    @Test
    void an_alert_leads_to_a_heading_with_commands() {
        var page = FIRST + "/annotations/runbook_url";
        var nowhere = Rendered.with(GOOD, RULE, page, "docs/operating/alert.md#serviceaway");
        var lost = Rendered.with(GOOD, RULE, page, "docs/operating/alerts.md#servicelost");
        var wordy = Rendered.with(GOOD, RULE, page, "docs/operating/README.md#what-to-do-when-");
        var foreign = Rendered.with(GOOD, RULE, page, "https://wiki.example/serviceaway");

        assertThat(Rendered.found(ALERTS, nowhere)).singleElement().asString().contains("which is not there");
        assertThat(Rendered.found(ALERTS, lost))
                .singleElement()
                .asString()
                .contains("which is not there", "docs/operating/alerts.md#serviceaway");
        assertThat(Rendered.found(ALERTS, wordy)).singleElement().asString().contains("names no command");
        assertThat(Rendered.found(ALERTS, foreign)).singleElement().asString().contains("no page of docs/operating");
    }

    @Test
    void an_alert_says_whom_to_wake_and_what_has_happened_under_its_own_name() {
        var nobody = Rendered.with(GOOD, RULE, FIRST + "/labels", "{severity: critical}");
        var silent = Rendered.without(GOOD, RULE, FIRST + "/annotations/summary");
        var twice = Rendered.with(GOOD, RULE, "/spec/groups/0/rules/1/alert", "ServiceAway");

        assertThat(Rendered.found(ALERTS, nobody)).singleElement().asString().contains("whom to wake");
        assertThat(Rendered.found(ALERTS, silent)).singleElement().asString().contains("has no summary");
        assertThat(Rendered.found(ALERTS, twice)).singleElement().asString().contains("two alerts ServiceAway");
    }

    @Test
    void a_field_that_prometheus_does_not_know_is_named() {
        var unknown = Rendered.with(GOOD, RULE, FIRST + "/fore", "5m");

        assertThat(Rendered.found(new StrictTypes(), unknown))
                .singleElement()
                .asString()
                .contains("fore is no field");
    }

    @Test
    void a_figure_that_nobody_looks_at_is_named() {
        var more = new TreeSet<>(SHOWN.names());
        more.add("lingbao_moons");

        assertThat(Rendered.found(new Dashboards(new Shown(more)), GOOD))
                .singleElement()
                .asString()
                .contains("lingbao_moons", "nobody looks at it");
    }

    @Test
    void a_dashboard_can_be_read_and_shows_one_cell_at_a_time() {
        var text = GOOD.find("ConfigMap", "lingbao-dashboards")
                .orElseThrow()
                .at("/data")
                .path("transfer.json")
                .asText();
        var broken = board("transfer.json", "{");
        var mixed = board("transfer.json", text.replace("(lingbao_exchange_waiting{cell=\\\"$cell\\\"})", "(up)"));
        var same = board("copy.json", text);
        var blind = board("transfer.json", text.replace("\"name\": \"cell\"", "\"name\": \"province\""));

        assertThat(Rendered.found(DASHBOARDS, broken)).anyMatch(line -> line.contains("transfer.json is no JSON"));
        assertThat(Rendered.found(DASHBOARDS, mixed))
                .anyMatch(line -> line.contains("panel Letters without a verdict mixes the cells"));
        assertThat(Rendered.found(DASHBOARDS, same))
                .singleElement()
                .asString()
                .contains("has no uid or title of its own");
        assertThat(Rendered.found(DASHBOARDS, blind)).singleElement().asString().contains("does not let choose a cell");
    }

    private static Overlay board(String file, String text) {
        return Rendered.with(GOOD, MAP, "/data/" + file, TextNode.valueOf(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{b=\"c\"} == 0",
                "sum by (x) (rate(a[5m])) / sum(rate(a{y!~\"z|w\"}[1h30m])) without (y) > 0.02",
                "time() - max(a) > 1e5",
                "histogram_quantile(0.99, sum by (le) (rate(a[$__rate_interval])))",
                "a / on (cell) group_left (service) a",
                "-a * (a + 1) unless absent(a)"
            })
    void a_query_that_prometheus_takes_is_read(String query) {
        assertThat(PromQl.metrics(query)).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max(a > 1 | instead of ,",
                "max by cell (a) | instead of (",
                "rates(a[5m]) | calls rates",
                "rate(a) | rate needs a range",
                "max(a[5m]) | adds up a range",
                "abs(a[5m]) | abs takes no range",
                "a[5m] > 1 | reckons with a range",
                "a[5m] | is a range",
                "rate(a[5 minutes]) | instead of a range",
                "a b | instead of an operator",
                "a{b=c} | instead of a matcher",
                "a{b=\"c\" | instead of ,",
                "a > | instead of a metric",
                "sum by (cell, ) a | instead of (",
                "a ~ b | instead of an operator",
                "{cell=\"37\"} | the name of a metric"
            })
    void a_mistake_of_writing_is_told_with_its_place(String query, String told) {
        assertThatThrownBy(() -> PromQl.metrics(query))
                .isInstanceOf(PromQl.Unreadable.class)
                .hasMessageContaining(told);
    }
}
