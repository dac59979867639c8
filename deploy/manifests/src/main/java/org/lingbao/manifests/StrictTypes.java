package org.lingbao.manifests;

import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads each object into the class that Kubernetes' clients have for it. The classes keep what they do not know, so that
 * it is switched off here: an unknown field or a wrong type is a finding, and so is a kind that nobody expects.
 */
final class StrictTypes implements Check {
    private static final Map<String, Class<?>> CLASSES = Map.ofEntries(
            entry("v1/ConfigMap", ConfigMap.class),
            entry("v1/Namespace", Namespace.class),
            entry("v1/Service", Service.class),
            entry("v1/ServiceAccount", ServiceAccount.class),
            entry("apps/v1/Deployment", Deployment.class),
            entry("apps/v1/StatefulSet", StatefulSet.class),
            entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            entry("batch/v1/CronJob", CronJob.class),
            entry("batch/v1/Job", Job.class),
            entry("gateway.networking.k8s.io/v1/Gateway", Gateway.class),
            entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
            entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
            entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
            entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class));

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new NothingUnknown())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private static final class NothingUnknown extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }

        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated member) {
            return super.findPropertyIgnoralByName(config, member).withoutIgnoreUnknown();
        }
    }

    @Override
    public Stream<Finding> findings(Overlay overlay) {
        return overlay.objects().stream().flatMap(object -> read(overlay, object));
    }

    private static Stream<Finding> read(Overlay overlay, Manifest object) {
        var known = object.apiVersion() + "/" + object.kind();
        var type = CLASSES.get(known);
        if (type == null) {
            return CustomSchemas.knows(known)
                    ? Stream.empty()
                    : Stream.of(
                            overlay.finding(
                                    object,
                                    "nothing here knows " + known,
                                    "correct apiVersion and kind, or add its class to StrictTypes or its schema to CustomSchemas"));
        }
        try {
            var read = STRICT.treeToValue(object.tree(), type);
            assert read != null;
            return Stream.empty();
        } catch (UnrecognizedPropertyException unknown) {
            return Stream.of(overlay.finding(
                    object,
                    path(unknown) + " is no field that " + known + " has",
                    "one of "
                            + unknown.getKnownPropertyIds().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        } catch (JsonMappingException wrong) {
            return Stream.of(overlay.finding(
                    object,
                    path(wrong) + ": " + wrong.getOriginalMessage(),
                    "give it the type that " + known + " has"));
        } catch (JsonProcessingException wrong) {
            return Stream.of(overlay.finding(object, wrong.getOriginalMessage(), "correct the document"));
        }
    }

    private static String path(JsonMappingException at) {
        return at.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
