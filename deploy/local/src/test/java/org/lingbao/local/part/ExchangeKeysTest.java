package org.lingbao.local.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingbao.local.part.ExchangeKeys.Member;

class ExchangeKeysTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    @Test
    void all_members_trust_all_and_only_public_keys_are_in_the_list() throws Exception {
        ExchangeKeys.make(List.of(member("370000"), member("210000")), Clock.systemUTC());

        var list = Files.readString(trust("370000"));
        assertThat(list).isEqualTo(Files.readString(trust("210000"))).doesNotContain("\"d\"");
        assertThat(JSON.readTree(list).findValuesAsText("province")).containsExactly("370000", "210000");
        assertThat(Files.getPosixFilePermissions(own("370000")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_cell_that_is_added_is_added_to_the_others_lists_and_their_keys_stay() throws Exception {
        ExchangeKeys.make(List.of(member("370000"), member("210000")), Clock.systemUTC());
        var before = Files.readString(own("370000"));

        ExchangeKeys.make(List.of(member("370000"), member("210000"), member("310000")), Clock.systemUTC());

        assertThat(Files.readString(own("370000"))).isEqualTo(before);
        assertThat(JSON.readTree(Files.readString(trust("210000"))).findValuesAsText("province"))
                .containsExactly("370000", "210000", "310000");
    }

    private Member member(String province) {
        return new Member(province, home.resolve(province), "http://127.0.0.1:1/" + province);
    }

    private Path own(String province) {
        return home.resolve(province).resolve("own.json");
    }

    private Path trust(String province) {
        return home.resolve(province).resolve("trust.json");
    }
}
