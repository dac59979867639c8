package org.lingbao.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final PersonName NAME = new PersonName("赵强");

    @TempDir
    Path folder = Path.of("");

    private Vault vault = unready();

    @BeforeEach
    void keys() throws IOException {
        Files.writeString(folder.resolve("encryption.keys"), "k1 " + key(1) + "\n");
        Files.writeString(folder.resolve("index.key"), key(9));
        vault = new Vault(folder.toString());
    }

    @Test
    void what_was_sealed_opens_again_whatever_it_is() {
        qt().forAll(strings().betweenCodePoints(0x20, 0xD7FF).ofLengthBetween(1, 60))
                .assuming(text -> !text.isBlank())
                .check(text -> vault.open("person.name", vault.seal("person.name", new PersonName(text)))
                        .equals(new PersonName(text).reveal()));
    }

    @Test
    void a_changed_byte_anywhere_is_noticed() {
        var sealed = vault.seal("person.name", NAME);
        qt().forAll(integers().between(0, sealed.length - 1), integers().between(1, 255))
                .check((place, change) -> {
                    var changed = sealed.clone();
                    changed[place] ^= change.byteValue();
                    try {
                        return vault.open("person.name", changed).isEmpty();
                    } catch (RuntimeException noticed) {
                        return true;
                    }
                });
    }

    @Test
    void a_value_does_not_open_in_another_column() {
        var sealed = vault.seal("person.name", NAME);
        assertThatThrownBy(() -> vault.open("person.phone", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_value_is_sealed_differently_each_time_and_never_stands_there_in_plain() {
        var number = new IdentityNumber("11010519491231002X");
        var first = vault.seal("person.identity_number", number);
        assertThat(first).isNotEqualTo(vault.seal("person.identity_number", number));
        assertThat(new String(first, UTF_8)).doesNotContain("19491231");
    }

    @Test
    void after_a_new_key_is_put_first_old_values_still_open_and_new_ones_carry_the_new_key() throws IOException {
        var old = vault.seal("person.name", NAME);
        Files.writeString(folder.resolve("encryption.keys"), "k2 " + key(2) + "\nk1 " + key(1) + "\n");
        var rotated = new Vault(folder.toString());
        assertThat(rotated.open("person.name", old)).isEqualTo("赵强");
        assertThat(Arrays.copyOfRange(rotated.seal("person.name", NAME), 1, 3)).isEqualTo("k2".getBytes(UTF_8));
    }

    @Test
    void the_index_finds_equal_values_in_one_column_only() {
        var index = vault.index("person.phone", new PhoneNumber("13800000001"));
        assertThat(index).isEqualTo(vault.index("person.phone", new PhoneNumber("13800000001")));
        assertThat(index).isNotEqualTo(vault.index("person.phone", new PhoneNumber("13800000002")));
        assertThat(index).isNotEqualTo(vault.index("delegate.phone", new PhoneNumber("13800000001")));
    }

    @Test
    void personal_data_show_themselves_masked_everywhere() throws JsonProcessingException {
        assertThat(new IdentityNumber("11010519491231002x")).hasToString("**************002X");
        assertThat(new PhoneNumber("13800000001")).hasToString("138******01");
        assertThat(NAME).hasToString("赵*");
        assertThat(new Address("潍坊市奎文区东风街8号")).hasToString("潍坊市奎文******");
        assertThat(new Address("乡")).hasToString("*");
        assertThat(new ObjectMapper().writeValueAsString(NAME)).isEqualTo("\"赵*\"");
        assertThat(new ObjectMapper().readValue("\"赵强\"", PersonName.class).reveal())
                .isEqualTo("赵强");
    }

    @Test
    void a_missing_or_short_key_is_told_in_one_sentence() throws IOException {
        Files.writeString(folder.resolve("index.key"), "c2hvcnQ=");
        assertThatThrownBy(() -> new Vault(folder.toString())).hasMessage("a key has 32 bytes, this one 5");
        assertThatThrownBy(() -> new Vault(folder.resolve("nowhere").toString()))
                .hasMessageContaining("lingbao.keys must name a folder with encryption.keys and index.key");
    }

    private static String key(int seed) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Vault unready() {
        return null;
    }
}
