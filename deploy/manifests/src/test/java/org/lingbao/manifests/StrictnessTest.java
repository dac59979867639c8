package org.lingbao.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A field, a type or a kind that nobody knows is a finding. */
class StrictnessTest {
    private static final Overlay GOOD = Rendered.shandong();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment/enrollment | /spec/template/spec/containers/0/livnessProbe | {}",
                "Service/enrollment | /spec/ports/0/targetport | http",
                "NetworkPolicy/dns | /spec/egres | []",
                "PodDisruptionBudget/transfer | /spec/maxUnavailabel | 1",
                "CronJob/billing | /spec/jobTemplate/spec/template/spec/containers/0/resource | {}",
                "Kafka/kafka | /spec/kafka/listener | []",
                "KafkaTopic/transfer.case | /spec/partition | 6",
                "KafkaNodePool/node | /spec/storage/volumes/0/sizes | 1Gi",
                "HTTPRoute/transfer | /spec/hostname | a.example",
                "ServiceMonitor/services | /spec/endpoints/0/intervall | 15s",
            })
    void a_field_that_does_not_exist_is_named(String object, String pointer, String value) {
        var field = pointer.substring(pointer.lastIndexOf('/') + 1);

        assertThat(Rendered.found(new StrictTypes(), Rendered.with(GOOD, object, pointer, value)))
                .singleElement()
                .asString()
                .contains(object, field + " is no field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cluster/postgres | /spec/instance | 3",
                "Cluster/postgres | /spec/managed/roles/0/conectionLimit | 3",
                "Cluster/postgres | /spec/instances | three",
                "Database/transfer | /spec/databaseReclaimPolicy | keep",
                "ScaledObject/transfer | /spec/triggers/0/meta | {}",
                "ScaledObject/transfer | /spec/maxReplicaCount | \"4\"",
            })
    void so_it_is_in_what_operators_without_classes_read(String object, String pointer, String value) {
        var field = pointer.substring(pointer.lastIndexOf('/') + 1);

        assertThat(Rendered.found(CustomSchemas.ours(), Rendered.with(GOOD, object, pointer, value)))
                .anyMatch(line -> line.contains(object) && line.contains(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deployment/enrollment | /spec/revisionHistoryLimit | many",
                "Deployment/enrollment | /spec/template/spec/containers | {}",
                "Service/enrollment | /spec/ports/0/port | http",
                "KafkaTopic/transfer.case | /spec/partitions | six",
            })
    void a_value_of_another_type_is_named(String object, String pointer, String value) {
        assertThat(Rendered.found(new StrictTypes(), Rendered.with(GOOD, object, pointer, value)))
                .singleElement()
                .asString()
                .contains(object, pointer.substring(pointer.lastIndexOf('/') + 1) + ": ");
    }

    @Test
    void a_kind_that_nobody_expects_is_named() {
        var old = Rendered.with(GOOD, "PodDisruptionBudget/transfer", "/apiVersion", "policy/v1beta1");

        assertThat(Rendered.found(new StrictTypes(), old))
                .singleElement()
                .asString()
                .contains("nothing here knows policy/v1beta1/PodDisruptionBudget");
    }

    @Test
    void definitions_that_an_operator_brings_count_as_well(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("crd.yaml"), """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                spec:
                  group: postgresql.cnpg.io
                  names: {kind: Database}
                  versions:
                    - name: v1
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            apiVersion: {type: string}
                            kind: {type: string}
                            metadata: {type: object}
                            spec:
                              type: object
                              required: [name, tablespace]
                              properties:
                                name: {type: string}
                                cluster: {type: object, x-kubernetes-preserve-unknown-fields: true}
                                tablespace: {type: string}
                                databaseReclaimPolicy: {type: string}
                """);

        assertThat(Rendered.found(CustomSchemas.of(folder), GOOD))
                .anyMatch(line -> line.contains("Database/transfer") && line.contains("tablespace"))
                .anyMatch(line -> line.contains("Database/transfer") && line.contains("owner"))
                .noneMatch(line -> line.contains("cluster"));
    }
}
