package org.lingbao.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How code publishes and consumes: through the outbox and the inbox alone, with records that survive a native image. */
final class EventCodeChecks {
    private static final String PLATFORM = Code.HOUSE + ".platform.";
    private static final String MESSAGING = "org.eclipse.microprofile.reactive.messaging.";
    private static final List<String> SENDERS = List.of(
            MESSAGING + "Emitter",
            MESSAGING + "Outgoing",
            "io.smallrye.reactive.messaging.MutinyEmitter",
            "org.apache.kafka.clients.producer.");
    /** Programs that run on a JVM only: the launcher, and what looks at manifests. */
    private static final List<String> NOT_IN_IMAGES = List.of(Code.HOUSE + ".local", Code.HOUSE + ".manifests");

    private static final Pattern READERS =
            Pattern.compile("com\\.fasterxml\\.jackson\\..*Mapper\\.(readValue|treeToValue|convertValue|readerFor)");

    private EventCodeChecks() {}

    /** Rule 6. A service sends nothing by itself: what is not in the outbox can be lost, or be sent and not be true. */
    static Check onlyByOutbox() {
        return code -> inServices(code)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        SENDERS.stream().anyMatch(dependency.getTargetClass().getName()::startsWith))
                .map(Dependency::getDescription)
                .distinct()
                .toList();
    }

    /** Rule 6. A consumer gives its batch to the inbox and does nothing beside it. */
    static Check onlyByInbox() {
        return code -> inServices(code)
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(MESSAGING + "Incoming"))
                .filter(method -> !takesThroughInbox(method))
                .map(method -> method.getFullName() + " takes events past the inbox")
                .toList();
    }

    private static boolean takesThroughInbox(JavaMethod method) {
        var calls = method.getMethodCallsFromSelf();
        return calls.size() == 1
                && calls.stream().allMatch(call -> DomainChecks.nameOf(call).equals(PLATFORM + "inbox.Inbox.take"));
    }

    /** What is neither a record nor an enum, no native image can read or write: it keeps those of ours, and no others. */
    static Check onlyRecords() {
        return code -> code.classes().stream()
                .filter(type -> NOT_IN_IMAGES.stream().noneMatch(type.getPackageName()::startsWith))
                .flatMap(EventCodeChecks::bound)
                .distinct()
                .filter(type -> type.getName().startsWith(Code.HOUSE))
                .filter(type -> !type.isRecord() && !type.isEnum() && !type.isInterface())
                .map(type -> type.getName() + " is read from JSON or YAML and is no record")
                .toList();
    }

    /** A record that has its event's type beside its components. */
    static boolean isPublished(JavaClass type) {
        return type.isRecord()
                && type.getFields().stream()
                        .anyMatch(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getName().equals("TYPE")
                                && field.getRawType().getName().equals(PLATFORM + "outbox.EventType"));
    }

    /** The types that a unit names which reads: events, JSON, YAML. */
    private static Stream<JavaClass> bound(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(EventCodeChecks::reads)
                .flatMap(unit -> unit.getReferencedClassObjects().stream())
                .map(reference -> reference.getRawType());
    }

    private static boolean reads(JavaCodeUnit unit) {
        return unit.getMethodCallsFromSelf().stream()
                .map(DomainChecks::nameOf)
                .anyMatch(call -> call.equals(PLATFORM + "inbox.Received.as")
                        || READERS.matcher(call).matches());
    }

    private static Stream<JavaClass> inServices(Code code) {
        return code.classes().stream()
                .filter(type -> !code.serviceOf(type.getPackageName()).isEmpty());
    }
}
