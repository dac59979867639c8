package org.lingbao.matching.jobcode;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.TestStack;
import org.lingbao.matching.story.Story;

/** A code is verified with nothing but the published key and a JDK. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class OfflineTest {

    @Test
    void whoever_has_the_public_key_verifies_a_code_without_asking_anybody() throws Exception {
        var company = Story.company();
        var code = Story.code(company, Story.posted(company, Story.today(), 1), "IN")
                .split("\\.");
        var keys = given().get("/job-codes/keys").then().statusCode(200).extract();
        assertThat(keys.asString()).doesNotContain("\"d\"");

        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point(keys.path("keys[0].x")))));
        signature.update((code[0] + "." + code[1]).getBytes(US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(code[2]))).isTrue();
        signature.update((code[0] + "." + code[1] + "x").getBytes(US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(code[2]))).isFalse();
    }

    /** RFC 8032: little-endian, the highest bit is the sign of x. */
    private static EdECPoint point(String x) {
        var bytes = Base64.getUrlDecoder().decode(x);
        var odd = (bytes[bytes.length - 1] & 0x80) != 0;
        bytes[bytes.length - 1] &= 0x7f;
        for (var low = 0; low < bytes.length / 2; low++) {
            var high = bytes.length - 1 - low;
            var swapped = bytes[low];
            bytes[low] = bytes[high];
            bytes[high] = swapped;
        }
        return new EdECPoint(odd, new BigInteger(1, bytes));
    }
}
