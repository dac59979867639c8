package org.lingbao.platform.idempotency;

import java.nio.ByteBuffer;

/**
 * Under which a command is done once (幂等键).
 *
 * @param client who chose the key: issuer and subject of the token
 * @param operation the command, such as {@code enroll}
 * @param key the caller's key
 * @param kept keyed fingerprint of it, which is what is stored: a caller may put anything into a key, even who somebody is
 * @param bodyHash keyed fingerprint of what was asked, so that another request under the same key is found out
 */
public record IdempotencyKey(String client, String operation, String key, String kept, ByteBuffer bodyHash) {
    public IdempotencyKey {
        bodyHash = bodyHash.asReadOnlyBuffer();
    }

    byte[] hash() {
        var bytes = new byte[bodyHash.remaining()];
        bodyHash.duplicate().get(bytes);
        return bytes;
    }
}
