package org.lingbao.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the repository renders, and is as it should be. */
class OverlaysTest {
    @ParameterizedTest
    @ValueSource(strings = {"37", "21", "31"})
    void every_overlay_passes_every_check(String name) {
        var overlay = Rendered.overlay(name);

        assertThat(overlay.objects()).hasSizeGreaterThan(60);
        assertThat(Rendered.found(Rendered.SUITE, overlay)).isEmpty();
    }

    @Test
    void there_is_an_overlay_for_each_of_three_cells() {
        assertThat(Rendering.overlays(Rendered.ROOT)).containsExactly("21", "31", "37");
    }

    @ParameterizedTest
    @ValueSource(strings = {"37", "21", "31"})
    void an_overlay_carries_the_number_of_its_cell(String name) {
        var overlay = Rendered.overlay(name);

        assertThat(overlay.cell()).isEqualTo(name);
        assertThat(overlay.all("KafkaTopic")
                        .map(topic -> topic.at("/spec/topicName").asText()))
                .isNotEmpty()
                .allMatch(topic -> topic.startsWith(name + "."));
        assertThat(overlay.all("Namespace").map(Manifest::name)).containsExactly("lingbao-" + name);
    }

    @Test
    void a_finding_names_the_file_in_which_the_object_is_written() {
        var broken =
                Rendered.without(Rendered.shandong(), "Deployment/transfer", "/spec/template/spec/serviceAccountName");

        assertThat(new PodSecurity().findings(broken).map(Finding::file))
                .containsExactly("deploy/kubernetes/base/transfer/deployment.yaml");
    }

    @Test
    void the_written_topics_are_those_of_the_contracts() throws IOException {
        assertThat(Rendered.ROOT.resolve(Topics.FILE)).hasContent(Topics.yaml(Rendered.PROJECT.topics()));
    }

    @Test
    void no_secret_is_written_and_each_that_is_needed_is_named_with_its_keys() {
        var secrets = References.secrets(Rendered.shandong());

        assertThat(secrets)
                .containsKeys("cell-keys", "exchange-keys", "postgres-contribution", "client-service-transfer");
        assertThat(secrets.get("cell-keys")).containsExactly("encryption.keys", "index.key");
        assertThat(secrets.values()).noneMatch(Set::isEmpty);
    }

    @Test
    void what_does_not_render_is_told_in_the_words_of_kubectl(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: [nowhere.yaml]\n");
        var kubectl = Kubectl.find(null, Rendered.UNPACKED);

        assertThatThrownBy(() -> kubectl.kustomize(folder))
                .isInstanceOf(Kubectl.Unusable.class)
                .hasMessageContaining("nowhere.yaml");
    }

    @Test
    void a_kubectl_that_is_not_there_is_told_in_one_sentence() {
        assertThatThrownBy(() -> Kubectl.find(Path.of("/nowhere/kubectl"), Rendered.UNPACKED))
                .isInstanceOf(Kubectl.Unusable.class)
                .hasMessage("/nowhere/kubectl is no program; name one with --kubectl FILE.");
    }
}
