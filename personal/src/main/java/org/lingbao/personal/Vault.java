package org.lingbao.personal;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals personal data for the database, and makes the blind index by which a sealed value is found.
 *
 * <p>A sealed value is: one byte with the length of the key's id, the id, 12 bytes of nonce, and the AES-256-GCM
 * ciphertext with its tag; the id and the column's name are authenticated with it, so that a value which was moved to
 * another column does not open. The index is HMAC-SHA-256 under a key of its own.
 */
@ApplicationScoped
public class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    Vault(@ConfigProperty(name = "lingbao.keys") String folder) {
        this.keys = KeyRing.read(Path.of(folder));
    }

    /**
     * Seals a value.
     *
     * @param column where it will stand, such as {@code person.phone}
     */
    public byte[] seal(String column, Personal value) {
        var id = keys.activeId().getBytes(UTF_8);
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, id, nonce, column)
                    .doFinal(value.reveal().getBytes(UTF_8));
            return ByteBuffer.allocate(1 + id.length + nonce.length + sealed.length)
                    .put((byte) id.length)
                    .put(id)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + column, e);
        }
    }

    /**
     * Opens what {@link #seal} made for the same column.
     *
     * @throws IllegalStateException when the value was changed or belongs to another column, or its key is not here
     */
    public String open(String column, byte[] stored) {
        var buffer = ByteBuffer.wrap(stored);
        var id = new byte[buffer.get()];
        buffer.get(id);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        try {
            var ciphertext = new byte[buffer.remaining()];
            buffer.get(ciphertext);
            return new String(cipher(Cipher.DECRYPT_MODE, id, nonce, column).doFinal(ciphertext), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(column + " does not open: it was changed, or belongs elsewhere", e);
        }
    }

    private Cipher cipher(int mode, byte[] id, byte[] nonce, String column) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.encryption(new String(id, UTF_8)), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id);
        cipher.updateAAD(column.getBytes(UTF_8));
        return cipher;
    }

    /** A fingerprint of anything that holds personal data: keyed, so that nobody can find the data by trying. */
    public byte[] fingerprint(byte[] content) {
        return mac("fingerprint", content);
    }

    /** The blind index (盲索引) of a value: equal for equal values, and of no use to anybody without the key. */
    public byte[] index(String column, Personal value) {
        return mac(column, value.reveal().getBytes(UTF_8));
    }

    private byte[] mac(String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.index());
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make the code of " + purpose, e);
        }
    }
}
