package org.lingbao.transfer.transfer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Function;
import org.lingbao.rules.value.Money;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.transfer.domain.CaseId;
import org.lingbao.transfer.transfer.domain.PersonId;
import org.lingbao.transfer.transfer.domain.Reason;
import org.lingbao.transfer.transfer.domain.SettlementReference;

/** Values of one component as one JSON string: money in yuan, places and reasons by their codes. */
final class ValueJson extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ValueJson() {
        add(Money.class, Money::toYuan, Money::yuan);
        add(Place.class, Place::code, Place::new);
        add(Reason.class, Reason::code, Reason::new);
        add(CaseId.class, id -> id.value().toString(), text -> new CaseId(UUID.fromString(text)));
        add(PersonId.class, id -> id.value().toString(), text -> new PersonId(UUID.fromString(text)));
        add(SettlementReference.class, SettlementReference::value, SettlementReference::new);
    }

    private <T> void add(Class<T> type, Function<T, String> write, Function<String, T> read) {
        var added = addSerializer(type, new Writer<>(type, write)).addDeserializer(type, new Reader<>(type, read));
        assert added == this;
    }

    private static final class Writer<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> write;

        Writer(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(write.apply(value));
        }
    }

    private static final class Reader<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> read;

        Reader(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return read.apply(value);
        }
    }
}
