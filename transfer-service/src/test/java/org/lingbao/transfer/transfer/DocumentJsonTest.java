package org.lingbao.transfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.rules.value.Money;
import org.lingbao.transfer.story.EnrollmentStandIn;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.DocumentType;
import org.lingbao.transfer.transfer.domain.Payee;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.SettlementReference;
import org.lingbao.transfer.transfer.domain.Subject;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(EnrollmentStandIn.class)
class DocumentJsonTest {
    /** What the other provinces have built on: never changed, only added to. */
    private static final Map<String, Document> AGREED = Map.of(
            """
            {"identityNumber": "210202199001010012", "oldPlace": "210200", "newPlace": "370700", "payee": "CCB 1"}""",
            new Document.ContactLetter(
                    new Subject("210202199001010012"), Samples.DALIAN, Samples.WEIFANG, new Payee("CCB 1")),
            "{\"form\": " + Samples.FORM_JSON + "}",
            new Document.InformationForm(Samples.FORM),
            """
            {"account": "365.84", "pooled": "548.76", "reference": "21-20261008-0000000001"}""",
            new Document.FundNotice(
                    Money.yuan("365.84"), Money.yuan("548.76"), new SettlementReference("21-20261008-0000000001")),
            """
            {"account": "365.84", "pooled": "548.76", "months": 1}""",
            new Document.Completion(Money.yuan("365.84"), Money.yuan("548.76"), 1),
            """
            {"reasons": ["FUNDS_RECEIVED"]}""",
            new Document.Clarification(List.of(new Reason("FUNDS_RECEIVED"))),
            """
            {"reasons": ["A_CODE_OF_THEIRS"]}""",
            new Document.Refusal(List.of(new Reason("A_CODE_OF_THEIRS"))),
            "{}",
            new Document.Cancellation());

    @Inject
    DocumentJson json;

    @Inject
    ObjectMapper mapper;

    @Test
    void every_document_travels_in_the_agreed_form() throws Exception {
        assertThat(AGREED.values().stream().map(Document::type)).containsExactlyInAnyOrder(DocumentType.values());
        for (var agreed : AGREED.entrySet()) {
            var body = mapper.readTree(agreed.getKey());
            assertThat(json.write(agreed.getValue())).isEqualTo(body);
            assertThat(json.read(agreed.getValue().type(), 1, body)).contains(agreed.getValue());
        }
    }

    @Test
    void what_a_later_version_adds_is_ignored_and_another_version_is_not_guessed() throws Exception {
        var body = mapper.readTree("{\"account\": \"1.00\", \"pooled\": \"2.00\", \"months\": 1, \"later\": {}}");
        assertThat(json.read(DocumentType.COMPLETION, 1, body)).isPresent();
        assertThat(json.read(DocumentType.COMPLETION, 2, body)).isEmpty();
    }

    @Test
    void what_is_no_document_is_not_read() throws Exception {
        for (var wrong : List.of(
                "{}",
                "[]",
                "null",
                "7",
                "{\"account\": \"-1.00\", \"pooled\": \"2.00\", \"months\": 1}",
                "{\"account\": \"1.001\", \"pooled\": \"2.00\", \"months\": 1}",
                "{\"account\": \"1.00\", \"pooled\": null, \"months\": 1}",
                "{\"account\": \"999999999999999999.00\", \"pooled\": \"2.00\", \"months\": 1}")) {
            assertThat(json.read(DocumentType.COMPLETION, 1, mapper.readTree(wrong)))
                    .as(wrong)
                    .isEmpty();
        }
        for (var payee : List.of("", " ", "CCB\\u00001", "CCB <b>1</b>", "1".repeat(101))) {
            assertThat(json.read(DocumentType.CONTACT_LETTER, 1, mapper.readTree("""
                    {"identityNumber": "210202199001010012", "oldPlace": "210200", "newPlace": "370700",
                     "payee": "%s"}""".formatted(payee))))
                    .as(payee)
                    .isEmpty();
        }
        for (var wrong : List.of("{\"reasons\": []}", "{\"reasons\": [\"lower case\"]}", "{\"reasons\": [null]}")) {
            assertThat(json.read(DocumentType.REFUSAL, 1, mapper.readTree(wrong)))
                    .as(wrong)
                    .isEmpty();
        }
    }
}
