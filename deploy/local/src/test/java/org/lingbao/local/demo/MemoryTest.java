package org.lingbao.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingbao.local.part.PartFailed;

class MemoryTest {
    @TempDir
    Path directory = Path.of("");

    private Path file() {
        return directory.resolve("demo.json");
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }

    @Test
    void a_key_is_chosen_once_and_survives_a_crash() {
        var chosen = Memory.fresh(file()).once("key.register", MemoryTest::random);

        assertThat(Memory.resume(file()).once("key.register", MemoryTest::random))
                .isEqualTo(chosen);
    }

    @Test
    void a_new_story_forgets_the_old_keys() {
        var chosen = Memory.fresh(file()).once("key.register", MemoryTest::random);

        assertThat(Memory.fresh(file()).once("key.register", MemoryTest::random))
                .isNotEqualTo(chosen);
    }

    @Test
    void another_person_than_before_is_not_as_it_should_be() {
        var memory = Memory.fresh(file());
        assertThat(memory.same("zhao.personId", "1")).isEqualTo("1");

        assertThatThrownBy(() -> assertThat(memory.same("zhao.personId", "2")).isNull())
                .isInstanceOf(NotAsItShouldBe.class)
                .hasMessage("The zhao.personId was 1 and is now 2.");
    }

    @Test
    void there_is_nothing_to_resume_before_the_first_story() {
        assertThatThrownBy(() -> assertThat(Memory.resume(file())).isNull())
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("./lingbao demo begins one");
    }
}
