package org.lingbao.contribution.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;

/** What is the same for all that is done to all persons, whatever it is. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class SweepsTest {
    private static final String KINDS = """
            billing, '{"month": "2020-01", "dryRun": true}'
            interest, '{"year": 2024, "dryRun": true}'
            adjustment, '{"from": "2020-01", "to": "2020-01", "dryRun": true}'
            reminder, '{"dryRun": true}'
            """;

    @Inject
    Sweeps sweeps;

    @Inject
    Pool pool;

    @ParameterizedTest
    @CsvSource(textBlock = KINDS)
    void whoever_follows_a_run_hears_of_its_end(String kind, String order) {
        var run = as(TestTokens.of("operator"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(order)
                .post("/{kind}-runs", kind)
                .then()
                .statusCode(202)
                .extract();
        assertThat(run.header("Location")).endsWith("/" + kind + "-runs/" + run.path("runId"));
        var heard = as(TestTokens.of("auditor"))
                .accept("text/event-stream")
                .get("/{kind}-runs/{run}/progress", kind, run.path("runId"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(heard).contains("data:").contains(run.<String>path("runId"));
        assertThat(heard.substring(heard.lastIndexOf("data:"))).contains("\"status\":\"DONE\"");
    }

    @ParameterizedTest
    @EnumSource
    void a_run_that_is_not_there_or_of_another_kind_is_not_found(Sweep.Kind kind) {
        var others = Sweep.Kind.values();
        var other = insert(others[(kind.ordinal() + 1) % others.length]);
        for (var run : List.of(UUID.randomUUID(), other)) {
            as(TestTokens.of("operator"))
                    .get("/{kind}-runs/{run}", kind.word(), run)
                    .then()
                    .statusCode(404);
            as(TestTokens.of("operator"))
                    .accept("text/event-stream")
                    .get("/{kind}-runs/{run}/progress", kind.word(), run)
                    .then()
                    .statusCode(404);
        }
    }

    /** The first of four parts took ten seconds. No worker sees it before it has ended. */
    @Test
    void the_end_is_expected_as_if_the_rest_took_as_long_as_what_is_done() {
        var sweep = insert(Sweep.Kind.REMINDER);
        var seen = pool.withTransaction(transaction -> transaction
                        .preparedQuery("""
                        with begun as (
                            update sweep set finished_at = null, from_month = date '2001-01-01' where sweep_id = $1
                            returning sweep_id, prepared_at
                        )
                        insert into sweep_bucket (sweep_id, bucket, from_person, done_at, figures)
                        select sweep_id, nth, gen_random_uuid(), case nth when 0 then prepared_at + interval '10 seconds' end,
                               case nth when 0 then jsonb '{"persons": 7}' end
                        from begun, generate_series(0, 3) nth""")
                        .execute(Tuple.of(sweep))
                        .chain(() -> Sweeps.find(transaction, Sweep.Kind.REMINDER, sweep))
                        .call(() -> transaction
                                .preparedQuery("update sweep set finished_at = now() where sweep_id = $1")
                                .execute(Tuple.of(sweep))))
                .await()
                .atMost(Duration.ofSeconds(60))
                .orElseThrow();
        assertThat(seen.status()).isEqualTo(Seen.Status.SWEEPING);
        assertThat(seen.buckets()).isEqualTo(4);
        assertThat(seen.bucketsDone()).isEqualTo(1);
        assertThat(seen.figure("persons")).isEqualTo(7);
        assertThat(seen.expectedEnd()).isEqualTo(seen.startedAt().plusSeconds(40));
        assertThat(sweeps.get(Sweep.Kind.REMINDER, sweep.toString())
                        .await()
                        .atMost(Duration.ofSeconds(60))
                        .expectedEnd())
                .isNull();
    }

    /** One that has ended. */
    private static UUID insert(Sweep.Kind kind) {
        var sweep = UUID.randomUUID();
        var unused = TestDatabase.execute("""
                insert into sweep (sweep_id, kind, from_month, to_month, dry, asked_on, terms, started_at, prepared_at, finished_at)
                values (?, ?, date '2001-01-01', date '2001-12-01', true, date '2026-09-01',
                        '{"rate": "0.01", "provisional": false}', now(), now(), now())""", sweep, kind.name());
        return sweep;
    }
}
