package org.lingbao.transfer.transfer;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.lingbao.transfer.transfer.domain.Ending;
import org.lingbao.transfer.transfer.domain.TransferIn;
import org.lingbao.transfer.transfer.domain.TransferOut;

/**
 * A side of a case as the column {@code state} has it. The names written here are for ever: a state is renamed in the domain, not
 * in rows.
 */
final class StateJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new ValueJson())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .addMixIn(TransferIn.class, OfIn.class)
            .addMixIn(TransferOut.class, OfOut.class)
            .addMixIn(Ending.class, OfEnding.class)
            .build();

    private StateJson() {}

    static String write(Side side) {
        Object state = switch (side) {
            case Side.In(var in) -> in;
            case Side.Out(var out) -> out;
        };
        try {
            return JSON.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state that is not JSON: " + state.getClass(), e);
        }
    }

    /** @param side {@link Side#name()} */
    static Side read(String side, String state) {
        try {
            return switch (side) {
                case "IN" -> new Side.In(JSON.readValue(state, TransferIn.class));
                case "OUT" -> new Side.Out(JSON.readValue(state, TransferOut.class));
                default -> throw new IllegalStateException("no side of a case: " + side);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state that cannot be read", e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @Type(value = TransferIn.Applied.class, name = "Applied"),
        @Type(value = TransferIn.LetterSent.class, name = "LetterSent"),
        @Type(value = TransferIn.LetterReturned.class, name = "LetterReturned"),
        @Type(value = TransferIn.FormReceived.class, name = "FormReceived"),
        @Type(value = TransferIn.FundsReceived.class, name = "FundsReceived"),
        @Type(value = TransferIn.Mismatch.class, name = "Mismatch"),
        @Type(value = TransferIn.Crediting.class, name = "Crediting"),
        @Type(value = TransferIn.Restoring.class, name = "Restoring"),
        @Type(value = TransferIn.Ended.class, name = "Ended"),
        @Type(value = TransferIn.Completed.class, name = "Completed")
    })
    interface OfIn {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @Type(value = TransferOut.LetterReceived.class, name = "LetterReceived"),
        @Type(value = TransferOut.FormSent.class, name = "FormSent"),
        @Type(value = TransferOut.FormReturned.class, name = "FormReturned"),
        @Type(value = TransferOut.FundsReleasing.class, name = "FundsReleasing"),
        @Type(value = TransferOut.FundsSent.class, name = "FundsSent"),
        @Type(value = TransferOut.Restoring.class, name = "Restoring"),
        @Type(value = TransferOut.Ended.class, name = "Ended"),
        @Type(value = TransferOut.Completed.class, name = "Completed")
    })
    interface OfOut {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ending")
    @JsonSubTypes({
        @Type(value = Ending.Refused.class, name = "Refused"),
        @Type(value = Ending.Cancelled.class, name = "Cancelled")
    })
    interface OfEnding {}
}
