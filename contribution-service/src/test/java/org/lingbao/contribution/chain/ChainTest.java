package org.lingbao.contribution.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.lingbao.contribution.chain.MadeUpSets.awaitDue;
import static org.lingbao.contribution.chain.MadeUpSets.head;
import static org.lingbao.contribution.chain.MadeUpSets.ledgerFindings;
import static org.lingbao.contribution.chain.MadeUpSets.sealedSince;
import static org.lingbao.contribution.story.Story.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingbao.contribution.story.Story;
import org.lingbao.local.chain.ChainProof;
import org.lingbao.local.chain.Finding;
import org.lingbao.local.chain.NotedHeads;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTokens;
import org.lingbao.local.testing.TestTopics;

/** Every entry set is sealed once and in an order that stays, and whoever alters the past is found by the export alone. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ChainTest {
    private static final UUID LEDGER = UUID.nameUUIDFromBytes("lingbao ledger 37".getBytes(UTF_8));

    @Inject
    SealSets seal;

    @TempDir
    Path folder;

    private long start;

    @BeforeEach
    void everything_before_is_sealed() throws Throwable {
        sealAll();
        start = head();
        note();
    }

    @AfterEach
    void nothing_made_up_is_left() {
        MadeUpSets.forget(start);
    }

    @Test
    void a_payment_is_sealed_after_its_commit_and_the_last_seal_is_told() throws Throwable {
        var bill = Story.billOf(Story.insured());
        Story.pays(Story.TERMINAL, Story.newSequence(), bill, Story.PENSION)
                .then()
                .body("outcome", equalTo("PAID"));
        assertThat(head()).isEqualTo(start);

        sealAll();

        assertThat(head()).isEqualTo(start + 1);
        assertThat(findings()).isEmpty();
        var told = as(TestTokens.of("operator")).get("/ledger/chain/head").jsonPath();
        assertThat(told.getLong("position")).isEqualTo(start + 1);
        assertThat(TestTopics.awaitKey("contribution.ledger", LEDGER.toString(), 1))
                .allSatisfy(event -> assertThat(Schemas.complaints("contribution", "ledger-sealed", event.text()))
                        .isEmpty());
        assertThat(TestDatabase.query(
                        "select encode(seal, 'hex') as seal from chain_head where position = ?", start + 1))
                .extracting(row -> row.get("seal"))
                .containsExactly(told.getString("seal"));
    }

    /** The one who seals is SQL, the one who proves is Java: their canonical forms are the same for whatever is in a set. */
    @Test
    void any_set_proves_itself() throws Throwable {
        var random = new Random(20260901);
        var sets = new ArrayList<UUID>();
        try (var connection = TestDatabase.connect()) {
            for (var i = 0; i < 60; i++) {
                sets.add(MadeUpSets.any(connection, random));
            }
        }
        sealAll();

        assertThat(sealedSince(start)).isEqualTo(sets);
        assertThat(findings()).isEmpty();
        assertThat(MadeUpSets.exportAfter(start)).hasSize(61);
    }

    @Test
    void an_amount_that_was_altered_names_its_set_and_no_other() throws Throwable {
        var sets = sealed(9);
        MadeUpSets.tamper("update entry set amount_fen = amount_fen * 2 where entry_set_id = '" + sets.get(4) + "'");

        assertThat(findings())
                .extracting(Finding::kind, Finding::entrySetId)
                .containsExactly(tuple(Finding.Kind.SET_ALTERED, sets.get(4).toString()));
    }

    @Test
    void a_set_that_was_deleted_is_missed() throws Throwable {
        var sets = sealed(9);
        MadeUpSets.tamper(
                "delete from entry where entry_set_id = '" + sets.get(3) + "'",
                "delete from entry_set where entry_set_id = '" + sets.get(3) + "'");

        assertThat(findings())
                .extracting(Finding::kind, Finding::entrySetId)
                .containsExactly(tuple(Finding.Kind.SET_REMOVED, sets.get(3).toString()));
        assertThat(ledgerFindings()).contains("SET_GONE " + sets.get(3));
    }

    @Test
    void a_link_that_was_deleted_with_its_set_leaves_a_gap() throws Throwable {
        var sets = sealed(9);
        MadeUpSets.tamper(
                "delete from entry where entry_set_id = '" + sets.get(3) + "'",
                "delete from entry_set where entry_set_id = '" + sets.get(3) + "'",
                "delete from chain_link where entry_set_id = '" + sets.get(3) + "'");

        assertThat(findings())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Finding.Kind.LINK_MISSING, start + 5));
    }

    @Test
    void a_set_that_was_put_between_others_has_no_seal() throws Throwable {
        var sets = sealed(9);
        var inserted = MadeUpSets.one();
        MadeUpSets.tamper("update entry_set set written_in = (select written_in from entry_set where entry_set_id = '"
                + sets.get(2) + "') where entry_set_id = '" + inserted + "'");
        sealAll();

        assertThat(findings())
                .extracting(Finding::kind, Finding::entrySetId)
                .containsExactly(tuple(Finding.Kind.SET_INSERTED, inserted.toString()));
        assertThat(ledgerFindings()).contains("SET_NOT_SEALED " + inserted);
    }

    @Test
    void a_chain_that_was_written_anew_is_not_the_one_that_was_noted() throws Throwable {
        var sets = sealed(9);
        MadeUpSets.tamper(
                "update entry set amount_fen = amount_fen * 2 where entry_set_id = '" + sets.get(4) + "'",
                "delete from chain_link where position > " + (start + 4));
        sealAll();
        assertThat(findings()).as("it proves itself").isEmpty();

        MadeUpSets.tamper("update entry set amount_fen = amount_fen / 2 where entry_set_id = '" + sets.get(4) + "'");
        MadeUpSets.tamper("delete from chain_link where position > " + (start + 4));
        sealAll();
        note();
        MadeUpSets.tamper(
                "update entry set amount_fen = amount_fen * 2 where entry_set_id = '" + sets.get(4) + "'",
                "delete from chain_link where position > " + (start + 4));
        sealAll();

        assertThat(findings())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(tuple(Finding.Kind.HEAD_DIFFERS, start + 9));
        MadeUpSets.tamper("delete from chain_link where position > " + (start + 4));
        assertThat(findings()).extracting(Finding::kind).containsExactly(Finding.Kind.HEAD_MISSING);
    }

    @Test
    void a_set_that_is_committed_late_is_sealed_where_it_belongs() throws Throwable {
        UUID late;
        UUID early;
        try (var slow = TestDatabase.connect()) {
            slow.setAutoCommit(false);
            late = MadeUpSets.one(slow, "late");
            early = MadeUpSets.one();
            assertThat(turn().sets()).as("nothing before it is certain").isZero();
            slow.commit();
        }
        sealAll();

        assertThat(sealedSince(start)).containsExactly(late, early);
        assertThat(findings()).isEmpty();
    }

    @Test
    void two_sealers_at_once_seal_each_set_once() throws Throwable {
        var sets = Stream.generate(MadeUpSets::one).limit(30).toList();
        awaitDue();
        var turns = VertxContextSupport.subscribeAndAwait(() ->
                Uni.join().all(Stream.generate(seal::next).limit(6).toList()).andFailFast());
        assertThat(turns.stream().mapToLong(SealSets.Turn::sets).sum()).isPositive();
        sealAll();

        assertThat(sealedSince(start)).containsExactlyInAnyOrderElementsOf(sets);
        assertThat(findings()).isEmpty();
    }

    @Test
    void a_power_cut_between_or_within_batches_loses_nothing() throws Throwable {
        var sets = Stream.generate(MadeUpSets::one).limit(20).toList();
        awaitDue();
        assertThat(turn()).isEqualTo(new SealSets.Turn(7, true));
        try (var dying = TestDatabase.connect();
                var statement = dying.prepareStatement(
                        ChainSql.SEAL.replace("$1", "cast(? as text)").replace("$2", "?"))) {
            dying.setAutoCommit(false);
            statement.setString(1, SealSets.origin("37"));
            statement.setInt(2, 7);
            assertThat(statement.execute()).isTrue();
            dying.rollback();
        }
        assertThat(head()).isEqualTo(start + 7);
        sealAll();

        assertThat(sealedSince(start)).containsExactlyInAnyOrderElementsOf(sets);
        assertThat(findings()).isEmpty();
    }

    @Test
    void seals_can_only_be_added() throws Throwable {
        var sets = sealed(1);
        for (var statement : List.of(
                "update chain_link set seal = seal",
                "delete from chain_link",
                "truncate chain_link",
                "delete from chain_head")) {
            assertThatThrownBy(() -> TestDatabase.execute(statement))
                    .as(statement)
                    .hasMessageMatching("(?s).*(append-only|denied).*");
        }
        assertThat(sealedSince(start)).isEqualTo(sets);
    }

    @Test
    void an_export_begins_only_at_a_seal() {
        as(TestTokens.of("auditor"))
                .get("/ledger/chain?after={after}", start + 1)
                .then()
                .statusCode(400);
    }

    private List<UUID> sealed(int count) throws Throwable {
        for (var i = 0; i < count; i++) {
            var unused = MadeUpSets.one();
        }
        sealAll();
        return sealedSince(start);
    }

    private void sealAll() throws Throwable {
        awaitDue();
        while (turn().more()) {
            assertThat(head()).isPositive();
        }
    }

    private SealSets.Turn turn() throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> seal.next());
    }

    private void note() throws Exception {
        var head = as(TestTokens.of("auditor")).get("/ledger/chain/head").jsonPath();
        NotedHeads.none("37").note(head.getLong("position"), head.getString("seal"), folder.resolve("heads"));
        assertThat(Files.exists(folder.resolve("heads"))).isEqualTo(head.getLong("position") > 0);
    }

    private List<Finding> findings() {
        var proof = new ChainProof(cell -> NotedHeads.of(cell, List.of(folder.resolve("heads"))));
        return Stream.concat(
                        MadeUpSets.exportAfter(start).stream().flatMap(line -> proof.check(line).stream()),
                        Stream.of(proof).flatMap(all -> all.end().stream()))
                .toList();
    }
}
