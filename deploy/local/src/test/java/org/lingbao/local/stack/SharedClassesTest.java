package org.lingbao.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingbao.local.part.PartFailed;

class SharedClassesTest {
    private static final List<String> JAVA = List.of("java", "-Xmx256m");
    private static final Map<String, String> ENVIRONMENT = Map.of("LINGBAO_CELL", "37");

    @TempDir
    private Path root;

    @BeforeEach
    void two_services_with_the_same_libraries() throws IOException {
        build(Service.ENROLLMENT, "vertx", "changed by Quarkus");
        build(Service.TRANSFER, "vertx", "changed by Quarkus");
    }

    @Test
    void before_they_are_made_a_service_starts_as_quarkus_has_it() {
        assertThat(launch(Service.TRANSFER))
                .isEqualTo(new ProcessPart.Launch(
                        List.of(
                                "java",
                                "-Xmx256m",
                                "-jar",
                                app(Service.TRANSFER).runner().toString()),
                        ENVIRONMENT));
    }

    @Test
    void a_service_with_fewer_libraries_starts_with_them_too() throws IOException {
        write(app(Service.TRANSFER).directory().resolve("lib/main/io.quarkus.quarkus-oidc-client.jar"), "one more");
        var unused = made();
        assertThat(launch(Service.ENROLLMENT).command()).doesNotContain("-jar");
    }

    @Test
    void what_a_service_needs_beyond_them_stands_behind_what_is_its_own() throws IOException {
        write(app(Service.ENROLLMENT).directory().resolve("lib/main/org.ofdrw.ofdrw-2.3.1.jar"), "papers");
        var unused = made();
        assertThat(launch(Service.ENROLLMENT).command()).doesNotContain("-jar");
        assertThat(launch(Service.ENROLLMENT).environment().get("CLASSPATH"))
                .endsWith(own(Service.ENROLLMENT, "lib/main/org.lingbao.lingbao-platform.jar")
                        + ":"
                        + own(Service.ENROLLMENT, "lib/main/org.ofdrw.ofdrw-2.3.1.jar"));
    }

    @Test
    void a_service_starts_with_what_is_shared_before_what_is_its_own() throws IOException {
        var shared = made();
        var launch = launch(Service.TRANSFER);
        assertThat(launch.command())
                .startsWith("java", "-Xmx256m")
                .contains("-XX:SharedArchiveFile=" + shared.directory().resolve("classes.jsa"))
                .endsWith(QuarkusApp.MAIN);
        assertThat(launch.environment())
                .containsEntry("LINGBAO_CELL", "37")
                .containsEntry(
                        "CLASSPATH",
                        String.join(
                                ":",
                                shared.directory().resolve("changed.jar").toString(),
                                shared.directory()
                                        .resolve("lib/io.vertx.vertx-5.0.jar")
                                        .toString(),
                                own(Service.TRANSFER, "quarkus/transformed-bytecode.jar"),
                                own(Service.TRANSFER, "app/service.jar"),
                                own(Service.TRANSFER, "lib/main/org.lingbao.lingbao-platform.jar")));
    }

    @Test
    void what_quarkus_changed_in_libraries_stands_before_them() throws IOException {
        try (var jar = new JarFile(made().directory().resolve("changed.jar").toFile())) {
            assertThat(jar.stream().map(JarEntry::getName)).containsExactly("io/vertx/Pool.class");
        }
    }

    @Test
    void a_build_of_ours_leaves_them_as_they_are() throws IOException {
        var shared = made();
        write(app(Service.ENROLLMENT).directory().resolve("app/service.jar"), "newer and longer");
        assertThat(SharedClasses.of(root)).isEqualTo(shared);
        assertThat(launch(Service.ENROLLMENT).command()).doesNotContain("-jar");
    }

    @Test
    void other_libraries_need_others() throws IOException {
        var shared = made();
        build(Service.TRANSFER, "vertx in a later version", "changed by Quarkus");
        assertThat(SharedClasses.of(root).directory()).isNotEqualTo(shared.directory());
        assertThat(launch(Service.TRANSFER).command()).contains("-jar");
    }

    @Test
    void a_service_that_they_do_not_fit_goes_without() throws IOException {
        var shared = made();
        build(Service.ENROLLMENT, "vertx in a later version", "changed by Quarkus");
        assertThat(launch(Service.ENROLLMENT).command()).contains("-jar");
        build(Service.ENROLLMENT, "vertx", "changed by Quarkus");
        assertThat(launch(Service.ENROLLMENT).command()).doesNotContain("-jar");
        write(app(Service.ENROLLMENT).directory().resolve("lib/main/io.vertx.vertx-5.1.jar"), "vertx");
        assertThat(launch(Service.ENROLLMENT).command()).contains("-jar");
        Files.delete(app(Service.ENROLLMENT).directory().resolve("lib/main/io.vertx.vertx-5.1.jar"));
        build(Service.ENROLLMENT, "vertx", "changed in another way");
        assertThat(launch(Service.ENROLLMENT).command()).contains("-jar");
        assertThat(SharedClasses.of(root)).isEqualTo(shared);
    }

    @Test
    void a_service_that_is_not_built_is_named() {
        assertThatThrownBy(() -> QuarkusApp.of(root, Service.CONTRIBUTION))
                .isInstanceOf(PartFailed.class)
                .hasMessageStartingWith("The contribution service is not built");
    }

    private SharedClasses made() throws IOException {
        var shared = SharedClasses.of(root);
        shared.copyLibraries();
        write(shared.directory().resolve("classes.jsa"), "as the JVM wrote it");
        return shared;
    }

    private ProcessPart.Launch launch(Service service) {
        return SharedClasses.of(root).launch(app(service), JAVA, ENVIRONMENT);
    }

    private QuarkusApp app(Service service) {
        return QuarkusApp.of(root, service);
    }

    private String own(Service service, String jar) {
        return app(service).directory().resolve(jar).toString();
    }

    private void build(Service service, String library, String changed) throws IOException {
        var app = root.resolve(service.text() + "-service/target/quarkus-app");
        write(app.resolve("quarkus-run.jar"), "runner");
        write(app.resolve("app/service.jar"), "ours");
        write(app.resolve("lib/main/io.vertx.vertx-5.0.jar"), library);
        write(app.resolve("lib/main/org.lingbao.lingbao-platform.jar"), "ours");
        Files.createDirectories(app.resolve("quarkus"));
        try (var jar = new JarOutputStream(Files.newOutputStream(app.resolve("quarkus/transformed-bytecode.jar")))) {
            for (var entry : Map.of("io/vertx/Pool.class", changed, "org/lingbao/Row.class", service.text())
                    .entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(UTF_8));
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
