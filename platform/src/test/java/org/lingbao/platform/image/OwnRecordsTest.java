package org.lingbao.platform.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.graalvm.nativeimage.hosted.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingbao.platform.problem.Problem;

class OwnRecordsTest {
    private static final String PROPERTIES =
            "/META-INF/native-image/org.lingbao/lingbao-platform/native-image.properties";

    @Test
    void records_are_found_wherever_they_are_nested_and_however_they_are_hidden() throws URISyntaxException {
        var classes = Path.of(Problem.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(OwnRecords.classes(classes))
                .contains(Problem.class.getName(), "org.lingbao.platform.problem.Catalogue$Entry")
                .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
    }

    @Test
    void of_a_jar_only_classes_of_ours_are_looked_at(@TempDir Path folder) throws IOException {
        var jar = folder.resolve("some.jar");
        try (var entries = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var name : new String[] {
                "org/lingbao/some/Ours.class",
                "org/lingbao/some/package-info.class",
                "org/lingbao/some/words.yaml",
                "org/lingbaobao/Theirs.class",
                "module-info.class"
            }) {
                entries.putNextEntry(new ZipEntry(name));
            }
        }

        assertThat(OwnRecords.classes(jar)).containsExactly("org.lingbao.some.Ours");
    }

    @Test
    void a_jar_of_others_has_none(@TempDir Path folder) throws IOException {
        var jar = folder.resolve("others.jar");
        try (var entries = new ZipOutputStream(Files.newOutputStream(jar))) {
            entries.putNextEntry(new ZipEntry("com/example/Theirs.class"));
        }

        assertThat(OwnRecords.classes(jar)).isEmpty();
    }

    /** Nobody else would notice that the builder is not told. */
    @Test
    void the_builder_is_told_of_it() throws IOException, ReflectiveOperationException {
        var told = new Properties();
        try (var file = OwnRecords.class.getResourceAsStream(PROPERTIES)) {
            told.load(file);
        }

        var feature = told.getProperty("Args").replaceFirst(".*--features=(\\S+).*", "$1");

        assertThat(Class.forName(feature).getConstructor().newInstance()).isInstanceOf(Feature.class);
        assertThat(feature).isEqualTo(OwnRecords.class.getName());
    }
}
