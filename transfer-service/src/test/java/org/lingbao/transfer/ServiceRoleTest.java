package org.lingbao.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.ServiceRole;
import org.lingbao.local.testing.TestStack;

@QuarkusTest
@QuarkusTestResource(TestStack.class)
class ServiceRoleTest {
    @Test
    void the_running_service_has_no_privilege_to_change_what_is_append_only_nor_to_end_a_trigger() {
        assertThat(ServiceRole.tooMuch()).isEmpty();
    }

    @Test
    void it_may_run_every_statement_of_its_own() {
        assertThat(ServiceRole.lacking(Path.of("target/classes"))).isEmpty();
    }
}
