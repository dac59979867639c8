package org.lingbao.transfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.lingbao.transfer.story.Story.as;
import static org.lingbao.transfer.story.Story.clerk;
import static org.lingbao.transfer.story.Story.contributionTells;
import static org.lingbao.transfer.story.Story.insured;
import static org.lingbao.transfer.story.Story.transferOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.Schemas;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;
import org.lingbao.local.testing.TestTopics;
import org.lingbao.transfer.exchange.Letter;
import org.lingbao.transfer.exchange.Neighbour;
import org.lingbao.transfer.exchange.Reply;
import org.lingbao.transfer.exchange.Verdict;
import org.lingbao.transfer.story.EnrollmentStandIn;
import org.lingbao.transfer.story.NothingWaits;
import org.lingbao.transfer.story.Story;
import org.lingbao.transfer.transfer.domain.Answer;
import org.lingbao.transfer.transfer.domain.Clock;
import org.lingbao.transfer.transfer.domain.Command;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Instruction;
import org.lingbao.transfer.transfer.domain.Move;
import org.lingbao.transfer.transfer.domain.Payee;
import org.lingbao.transfer.transfer.domain.SettlementReference;
import org.lingbao.transfer.transfer.domain.Subject;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/** Whole transfers over the real exchange, between this service and a cell that is the pure protocol. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class JourneyTest implements NothingWaits {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final SettlementReference REFERENCE = new SettlementReference("21-20261008-0000000001");

    @Inject
    DocumentJson json;

    private final Neighbour liaoning = new Neighbour();
    private final Map<UUID, PartnerCell> cells = new ConcurrentHashMap<>();

    @BeforeEach
    void liaoningListens() throws IOException {
        var listening = liaoning.reading(this::read).open();
        assertThat(listening).isSameAs(liaoning);
    }

    @AfterEach
    void liaoningIsAway() {
        liaoning.close();
    }

    /** A letter may be there before the one who sent for it knows. */
    private Reply read(Letter letter) {
        return cell(letter.caseId()).take(letter);
    }

    private PartnerCell cell(UUID id) {
        return cells.computeIfAbsent(id, unknown -> new PartnerCell(unknown, json));
    }

    /** Letters travel both ways, signed and encrypted, until neither side waits for a verdict. */
    private void carry(PartnerCell cell) {
        await().atMost(SOON).until(() -> {
            cell.unanswered().forEach(letter -> cell.hears(letter, verdict(liaoning.write(letter))));
            return cell.unanswered().isEmpty()
                    && TestDatabase.number(
                                    "select count(*) from exchange_letter where case_id = ? and answered_at is null",
                                    cell.id.value())
                            == 0;
        });
    }

    private static Verdict verdict(Neighbour.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return switch (answer.kinds().getLast()) {
            case "ACCEPTED" -> new Verdict.Accepted();
            case "REJECTED" -> new Verdict.Rejected(answer.codes());
            default -> throw new AssertionError("no verdict: " + answer.kinds());
        };
    }

    private static void reaches(UUID id, String status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(TestDatabase.query(
                                "select status from transfer_case where case_id = ? and side is not null", id))
                        .hasToString("[{status=" + status + "}]"));
    }

    /** The events of a case, each held against its schema. */
    private static List<String> told(UUID id, int count) {
        return TestTopics.awaitKey("transfer.case", id.toString(), count).stream()
                .map(message -> {
                    var event = String.valueOf(message.headers().get("ce_type"));
                    assertThat(event).startsWith("transfer.").endsWith(".v1");
                    var name = event.substring("transfer.".length(), event.length() - ".v1".length());
                    assertThat(Schemas.complaints("transfer", name, message.text()))
                            .as(name)
                            .isEmpty();
                    return name;
                })
                .toList();
    }

    private PartnerCell oldPlace(Story.Person person) {
        return cell(transferOf(person));
    }

    @Test
    void a_relation_comes_in() {
        var person = insured();
        var dalian = oldPlace(person);
        var id = dalian.id.value();
        carry(dalian);
        assertThat(dalian.asked)
                .containsExactly(new Instruction.Seal(
                        PartnerCell.PERSON, Samples.WEIFANG, new Payee("中国建设银行潍坊分行 37050167000000000001")));
        dalian.on(new Answer.AccountSealed(Samples.FORM));
        carry(dalian);
        dalian.on(new Answer.FundsReleased(REFERENCE));
        carry(dalian);
        reaches(id, "FUNDS_RECEIVED");
        contributionTells("funds-arrived", id, ", \"received\": \"914.60\", \"arrivedOn\": \"2026-09-01\"");
        assertThat(told(id, 3)).containsExactly("transfer-opened", "funds-expected", "credit-requested");
        contributionTells("rights-credited", id, ", \"creditedOn\": \"2026-09-01\"");
        reaches(id, "COMPLETED");
        carry(dalian);
        assertThat(dalian.side)
                .isInstanceOfSatisfying(
                        Side.Out.class, out -> assertThat(out.state()).isInstanceOf(TransferOut.Completed.class));
        assertThat(told(id, 4)).last().isEqualTo("transfer-completed");
        as(person.token())
                .get("/transfers/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("COMPLETED"))
                .body("open", equalTo(false))
                .body("form.total", equalTo("914.60"))
                .body("messages.findAll { it.direction == 'SENT' }.document", contains("TR02", "TR05"))
                .body("messages.findAll { it.direction == 'RECEIVED' }.document", contains("TR03", "TR04"))
                .body("messages.verdict", contains("ACCEPTED", "ACCEPTED", "ACCEPTED", "ACCEPTED"))
                .body("news.news", hasItem("RIGHTS_ARRIVED"));
    }

    @Test
    void money_that_is_missing_is_asked_for_and_sent_after() {
        var dalian = oldPlace(insured());
        var id = dalian.id.value();
        carry(dalian);
        dalian.on(new Answer.AccountSealed(Samples.FORM));
        carry(dalian);
        dalian.on(new Answer.FundsReleased(REFERENCE));
        carry(dalian);
        contributionTells("funds-arrived", id, ", \"received\": \"900.00\"");
        reaches(id, "MISMATCH");
        carry(dalian);
        clerk().get("/transfers/" + id)
                .then()
                .statusCode(200)
                .body("reasons", contains("FUNDS_RECEIVED"))
                .body("deadline.standsStill", equalTo(true))
                .body("tasks.task", contains("FUNDS_MISMATCH"))
                .body("tasks[0].doneOn", org.hamcrest.Matchers.nullValue());
        clerk().post("/transfers/" + id + "/recheck").then().statusCode(200).body("status", equalTo("MISMATCH"));
        dalian.on(new Command.Supplement());
        carry(dalian);
        contributionTells("funds-arrived", id, ", \"received\": \"914.60\"");
        contributionTells("rights-credited", id, "");
        reaches(id, "COMPLETED");
        carry(dalian);
        clerk().get("/transfers/" + id)
                .then()
                .body("tasks.findAll { it.doneOn == null }", hasSize(0))
                .body("messages.verdict", not(hasItem("REJECTED")));
    }

    @Test
    void a_relation_goes_out() {
        var person = insured();
        var weifang = cell(UUID.randomUUID());
        var id = weifang.id.value();
        var move = new Move(weifang.id, PartnerCell.PERSON, Samples.WEIFANG, Samples.DALIAN);
        weifang.begins(
                new Side.In(new TransferIn.Applied(move, applied())),
                new Command.SendLetter(new Document.ContactLetter(
                        new Subject(person.number()), Samples.WEIFANG, Samples.DALIAN, new Payee("Dalian 1"))));
        carry(weifang);
        reaches(id, "LETTER_RECEIVED");
        contributionTells("account-sealed", id, ", \"form\": " + Samples.FORM_JSON);
        reaches(id, "INFO_SENT");
        carry(weifang);
        assertThat(told(id, 3)).containsExactly("transfer-opened", "seal-requested", "release-requested");
        contributionTells("funds-released", id, ", \"reference\": \"" + REFERENCE.value() + "\"");
        reaches(id, "FUNDS_SENT");
        carry(weifang);
        assertThat(weifang.asked).containsExactly(new Instruction.Receive(REFERENCE, Samples.WEIFANG, Samples.TOTAL));
        weifang.on(new Answer.FundsArrived(Samples.TOTAL));
        weifang.on(new Answer.RightsCredited());
        carry(weifang);
        reaches(id, "COMPLETED");
        assertThat(told(id, 5)).contains("settle-requested", "transfer-completed");
        as(person.token()).get("/transfers/" + id).then().statusCode(200).body("news.news", contains("RIGHTS_LEFT"));
    }

    private static org.lingbao.transfer.transfer.domain.Clock applied() {
        return new Clock(
                org.lingbao.rules.deadline.Deadline.TRANSFER_LETTER,
                PartnerCell.now().today(),
                List.of(),
                false);
    }

    @Test
    void the_person_cancels_and_everything_is_as_before() {
        var person = insured();
        var dalian = oldPlace(person);
        var id = dalian.id.value();
        carry(dalian);
        dalian.on(new Answer.AccountSealed(Samples.FORM));
        carry(dalian);
        as(person.token())
                .post("/transfers/" + id + "/cancellation")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        as(person.token())
                .post("/transfers/" + id + "/cancellation")
                .then()
                .statusCode(409)
                .body("errors.code", contains("TRANSFER_ENDED"));
        carry(dalian);
        assertThat(dalian.asked).contains(new Instruction.Restore());
        assertThat(told(id, 2)).containsExactly("transfer-opened", "transfer-ended");
        assertThat(transferOf(person)).isNotEqualTo(id);
    }

    @Test
    void an_account_that_cannot_be_sealed_ends_the_case_on_both_sides() {
        var person = insured();
        var dalian = cell(UUID.randomUUID());
        var id = dalian.id.value();
        var move = new Move(dalian.id, PartnerCell.PERSON, Samples.WEIFANG, Samples.DALIAN);
        dalian.begins(
                new Side.In(new TransferIn.Applied(move, applied())),
                new Command.SendLetter(new Document.ContactLetter(
                        new Subject(person.number()), Samples.WEIFANG, Samples.DALIAN, new Payee("Dalian 1"))));
        carry(dalian);
        contributionTells("seal-refused", id, ", \"reasons\": [\"NO_ACCOUNT\"]");
        reaches(id, "REFUSED");
        carry(dalian);
        assertThat(dalian.side)
                .isInstanceOfSatisfying(
                        Side.In.class, in -> assertThat(in.isEnded()).isTrue());
        contributionTells("account-restored", id, "");
        assertThat(told(id, 4))
                .containsExactly("transfer-opened", "seal-requested", "restore-requested", "transfer-ended");
    }
}
