package org.lingbao.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.lingbao.personal.Personal;
import org.lingbao.personal.Vault;
import org.lingbao.platform.identity.Caller;
import org.lingbao.platform.problem.Problem;
import org.lingbao.platform.problem.ProblemException;
import org.lingbao.platform.problem.Violation;

/** Reads the {@code Idempotency-Key} header, which is required wherever money moves or a case is opened. */
@ApplicationScoped
public class IdempotencyHeader {
    /** The header's name. */
    public static final String NAME = "Idempotency-Key";

    private static final int LONGEST = 128;

    private final ObjectMapper whole;
    private final Vault vault;

    IdempotencyHeader(ObjectMapper mapper, Vault vault) {
        this.vault = vault;
        this.whole = mapper.copy().registerModule(new SimpleModule().addSerializer(new Unmasked()));
    }

    /**
     * The key of a command.
     *
     * @param caller whose keys these are
     * @param operation the command's name
     * @param header the header's value, if any
     * @param request what is asked
     * @throws ProblemException 400, when the header is missing or too long
     */
    public IdempotencyKey key(Caller caller, String operation, @Nullable String header, Object request) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            throw new ProblemException(Problem.malformed(new Violation("IDEMPOTENCY_KEY_REQUIRED")));
        }
        return new IdempotencyKey(
                caller.issuer() + " " + caller.subject(), operation, header, kept(header), hash(request));
    }

    private String kept(String key) {
        return HexFormat.of().formatHex(vault.fingerprint(key.getBytes(UTF_8)));
    }

    private ByteBuffer hash(Object request) {
        try {
            return ByteBuffer.wrap(vault.fingerprint(whole.writeValueAsBytes(request)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the request cannot be hashed", e);
        }
    }

    /** Personal data are written masked everywhere else; here two numbers with equal masks must differ. */
    private static final class Unmasked extends StdSerializer<Personal> {
        private static final long serialVersionUID = 1L;

        Unmasked() {
            super(Personal.class);
        }

        @Override
        public void serialize(Personal value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.reveal());
        }
    }
}
