package org.lingbao.transfer.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.DocumentType;
import org.lingbao.transfer.transfer.domain.Payee;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.SettlementReference;
import org.lingbao.transfer.transfer.domain.Subject;

/** The documents of a transfer as they travel: TR02 to TR08, each in version 1. */
@ApplicationScoped
class DocumentJson {
    static final int VERSION = 1;

    private static final Logger LOG = Logger.getLogger(DocumentJson.class);
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final int LONGEST = 200;
    private static final int MOST = 100;

    private final ObjectMapper mapper;
    private final ObjectMapper tolerant;

    DocumentJson(ObjectMapper mapper) {
        this.mapper = mapper;
        this.tolerant = mapper.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    JsonNode write(Document document) {
        Object body = switch (document) {
            case Document.ContactLetter(var subject, var oldPlace, var newPlace, var payee) ->
                new ContactLetter(subject.value(), oldPlace.code(), newPlace.code(), payee.value());
            case Document.InformationForm(var form) -> new InformationForm(FormPart.of(form));
            case Document.FundNotice(var account, var pooled, var reference) ->
                new FundNotice(account.toYuan(), pooled.toYuan(), reference.value());
            case Document.Completion(var account, var pooled, var months) ->
                new Completion(account.toYuan(), pooled.toYuan(), months);
            case Document.Clarification(var reasons) -> Reasons.of(reasons);
            case Document.Refusal(var reasons) -> Reasons.of(reasons);
            case Document.Cancellation() -> new Cancellation();
        };
        return mapper.valueToTree(body);
    }

    /** Empty, where it is no document of this type and version; fields beyond it are ignored. */
    Optional<Document> read(DocumentType type, int version, JsonNode body) {
        if (version != VERSION) {
            return Optional.empty();
        }
        try {
            return Optional.of(document(type, body));
        } catch (JsonProcessingException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException
                | NullPointerException unreadable) {
            LOG.warnf(
                    "a %s cannot be read: %s",
                    type.code(), unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Document document(DocumentType type, JsonNode body) throws JsonProcessingException {
        return switch (type) {
            case CONTACT_LETTER -> as(ContactLetter.class, body).toDocument();
            case INFORMATION_FORM ->
                new Document.InformationForm(
                        as(InformationForm.class, body).form().toForm());
            case FUND_NOTICE -> as(FundNotice.class, body).toDocument();
            case COMPLETION -> as(Completion.class, body).toDocument();
            case CLARIFICATION ->
                new Document.Clarification(as(Reasons.class, body).toReasons());
            case REFUSAL -> new Document.Refusal(as(Reasons.class, body).toReasons());
            case CANCELLATION -> new Document.Cancellation();
        };
    }

    private <T> T as(Class<T> type, JsonNode body) throws JsonProcessingException {
        return tolerant.treeToValue(body, type);
    }

    private static String text(String written) {
        if (written.isBlank() || written.length() > LONGEST) {
            throw new IllegalArgumentException("no text, or too long a one");
        }
        return written;
    }

    /** TR02. */
    record ContactLetter(String identityNumber, String oldPlace, String newPlace, String payee) {
        Document toDocument() {
            return new Document.ContactLetter(
                    new Subject(text(identityNumber)),
                    new Place(oldPlace),
                    new Place(newPlace),
                    new Payee(text(payee)));
        }

        /** Kept out of logs. */
        @Override
        public String toString() {
            return "ContactLetter[…]";
        }
    }

    /** TR03. */
    record InformationForm(FormPart form) {}

    /** TR04. */
    record FundNotice(String account, String pooled, String reference) {
        Document toDocument() {
            return new Document.FundNotice(
                    FormPart.amount(account), FormPart.amount(pooled), new SettlementReference(text(reference)));
        }
    }

    /** TR05. */
    record Completion(String account, String pooled, int months) {
        Document toDocument() {
            return new Document.Completion(FormPart.amount(account), FormPart.amount(pooled), months);
        }
    }

    /** TR06 and TR07. */
    record Reasons(List<String> reasons) {
        static Reasons of(List<Reason> reasons) {
            return new Reasons(reasons.stream().map(Reason::code).toList());
        }

        List<Reason> toReasons() {
            if (reasons.size() > MOST
                    || !reasons.stream().allMatch(code -> CODE.matcher(code).matches())) {
                throw new IllegalArgumentException("no reasons");
            }
            return reasons.stream().map(Reason::new).toList();
        }
    }

    /** TR08. */
    record Cancellation() {}
}
