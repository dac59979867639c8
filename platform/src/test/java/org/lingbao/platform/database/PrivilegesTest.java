package org.lingbao.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lingbao.local.testing.ServiceRole.DONE;
import static org.lingbao.local.testing.ServiceRole.PERMISSION_DENIED;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.lingbao.local.testing.ServiceRole;
import org.lingbao.local.testing.TestDatabase;
import org.lingbao.local.testing.TestStack;

/** Who migrates owns the tables; the running service gets what it needs of them, each time. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class PrivilegesTest {
    private static final String SERVICE = "service";

    private final String table = "later_" + UUID.randomUUID().toString().replace("-", "");

    @Inject
    Flyway flyway;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String service;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownersPassword;

    @Test
    void what_a_later_migration_makes_is_the_services_until_it_is_made_append_only() {
        try {
            execute("create table %s (x int)");
            assertThat(may("insert into %s values (1)")).isEqualTo(PERMISSION_DENIED);

            migrate(flyway);
            assertThat(may("insert into %s values (1)")).isEqualTo(DONE);
            assertThat(may("update %s set x = 2")).isEqualTo(DONE);
            assertThat(may("delete from %s")).isEqualTo(DONE);

            execute("create trigger kept before update on %s for each statement execute function refuse_change()");
            migrate(flyway);
            assertThat(may("insert into %s values (1)")).isEqualTo(DONE);
            assertThat(may("update %s set x = 2")).isEqualTo(PERMISSION_DENIED);
            assertThat(may("delete from %s")).as("that is not closed").isEqualTo(DONE);
            assertThat(may("explain (generic_plan) update %s set x = $1"))
                    .as("whoever plans it is told, too")
                    .isEqualTo(PERMISSION_DENIED);
        } finally {
            execute("drop table %s");
        }
    }

    @Test
    void a_partition_is_reached_through_its_table_alone_and_so_through_its_triggers() {
        try {
            execute("create table %s (x int) partition by range (x)");
            execute("create table %1$s_1 partition of %1$s for values from (1) to (2)");
            migrate(flyway);

            assertThat(may("insert into %s values (1)")).isEqualTo(DONE);
            assertThat(may("update %s set x = 1")).isEqualTo(DONE);
            assertThat(may("delete from %s_1")).isEqualTo(PERMISSION_DENIED);
        } finally {
            execute("drop table %s");
        }
    }

    @Test
    void a_process_that_does_not_migrate_sees_as_the_service_whether_the_tables_are_its_own() {
        as(service, password, service).validate();
    }

    @Test
    void nothing_is_granted_to_whom_nobody_made_or_who_may_do_everything() {
        assertThatThrownBy(() -> migrate(as(owner, ownersPassword, "nobody_there")))
                .hasMessageContaining("there is no role \"nobody_there\"");
        assertThatThrownBy(() -> migrate(as(owner, ownersPassword, "postgres")))
                .hasMessageContaining("make it a member of nothing");
    }

    @Test
    void who_has_not_parted_the_two_goes_on_as_the_owner() {
        migrate(as(owner, ownersPassword, owner));
    }

    private Flyway as(String user, String itsPassword, String granted) {
        return Flyway.configure()
                .dataSource(url, user, itsPassword)
                .locations("db/platform", "db/migration")
                .placeholders(Map.of(SERVICE, granted))
                .load();
    }

    private static void migrate(Flyway flyway) {
        assertThat(flyway.migrate().success).isTrue();
    }

    private void execute(String sql) {
        var unused = TestDatabase.execute(sql.formatted(table));
    }

    private String may(String sql) {
        var statement = sql.formatted(table);
        return String.valueOf(ServiceRole.each(Stream.of(statement)).get(statement));
    }
}
