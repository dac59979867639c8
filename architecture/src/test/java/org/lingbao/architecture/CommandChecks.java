package org.lingbao.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rule 6: one command is one transaction in one style, and no hung-up client can leak its connection. */
final class CommandChecks {
    static final String WITH_TRANSACTION = "io.quarkus.hibernate.reactive.panache.common.WithTransaction";
    private static final Reach CALLS = new Reach();
    private static final Set<String> POOLS = Set.of("io.vertx.mutiny.sqlclient.Pool", "io.vertx.sqlclient.Pool");
    private static final String PANACHE = "io.quarkus.hibernate.reactive.panache";
    private static final String CANCELLABLE = "org.jboss.resteasy.reactive.server.Cancellable";
    private static final Set<String> CUTS_OFF = Set.of(
            "io.smallrye.mutiny.Uni.ifNoItem",
            "io.smallrye.mutiny.Uni.combine",
            "io.smallrye.mutiny.Uni.join",
            "io.smallrye.mutiny.Uni.emitOn",
            "io.smallrye.mutiny.Uni.runSubscriptionOn");
    private static final List<String> FORBIDDEN_ANNOTATIONS =
            List.of("org.eclipse.microprofile.faulttolerance.Timeout", "jakarta.transaction.Transactional");

    private CommandChecks() {}

    /** Rule 6. A class speaks to the database by Panache or by the pool, never by both. */
    static Check oneStyle() {
        return code -> code.classes().stream()
                .filter(type -> usesPool(type)
                        && (usesPanache(type) || !transactional(type).isEmpty()))
                .map(type -> type.getName() + " uses both a pool and Panache: a silent dual write")
                .toList();
    }

    /** Rule 6. Nothing that a Panache transaction calls, however far away, goes to a pool: it would not join. */
    static Check noHiddenSecondTransaction() {
        return code -> {
            return transactional(code)
                    .flatMap(command -> CALLS.from(command)
                            .filter(unit -> callsPool(unit))
                            .map(unit -> command.getFullName() + " is a Panache transaction and reaches the pool in "
                                    + unit.getFullName()))
                    .toList();
        };
    }

    /** Rule 6. A command is one transaction: it does not call another. */
    static Check noNestedCommands() {
        return code -> {
            return transactional(code)
                    .flatMap(command -> CALLS.from(command)
                            .filter(unit -> unit.isAnnotatedWith(WITH_TRANSACTION))
                            .map(unit -> command.getFullName() + " calls another transaction, " + unit.getFullName()))
                    .toList();
        };
    }

    /** Rule 6. Only a bean that is there once has transactions; elsewhere the annotation does nothing. */
    static Check onlyInBeans() {
        return code -> transactional(code)
                .filter(method -> !method.getOwner().isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped"))
                .map(method -> method.getFullName() + " is @WithTransaction outside an @ApplicationScoped bean")
                .toList();
    }

    /** Rule 6. Every resource lets a command end even when the client has gone. */
    static Check notCancelled() {
        return code -> code.classes().stream()
                .filter(type -> type.isAnnotatedWith("jakarta.ws.rs.Path") && !type.isInterface())
                .filter(type -> !cancellable(type).equals(Optional.of(false)))
                .map(type -> type.getName() + " needs @Cancellable(false): a hung-up client would leak a connection")
                .toList();
    }

    private static Optional<Object> cancellable(JavaClass type) {
        return type.tryGetAnnotationOfType(CANCELLABLE).flatMap(annotation -> annotation.get("value"));
    }

    /** Rule 6. Nothing in a service cuts a transaction off, splits it over threads or runs two on one session. */
    static Check notCutOff() {
        return code -> Stream.concat(
                        inServices(code)
                                .flatMap(DomainChecks::callsFrom)
                                .filter(call -> CUTS_OFF.contains(DomainChecks.nameOf(call)))
                                .map(call -> call.getDescription()),
                        inServices(code).flatMap(CommandChecks::forbiddenAnnotations))
                .toList();
    }

    private static Stream<String> forbiddenAnnotations(JavaClass type) {
        return FORBIDDEN_ANNOTATIONS.stream()
                .flatMap(annotation -> Stream.concat(
                                type.isAnnotatedWith(annotation) ? Stream.of(type.getName()) : Stream.empty(),
                                type.getMethods().stream()
                                        .filter(method -> method.isAnnotatedWith(annotation))
                                        .map(JavaMethod::getFullName))
                        .map(name -> name + " is annotated with " + annotation));
    }

    private static Stream<JavaClass> inServices(Code code) {
        return code.classes().stream()
                .filter(type -> !code.serviceOf(type.getPackageName()).isEmpty());
    }

    private static Stream<JavaMethod> transactional(Code code) {
        return code.classes().stream().flatMap(type -> transactional(type).stream());
    }

    private static List<JavaMethod> transactional(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(WITH_TRANSACTION))
                .toList();
    }

    private static boolean usesPool(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                        dependency -> POOLS.contains(dependency.getTargetClass().getName()));
    }

    private static boolean usesPanache(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(PANACHE));
    }

    private static boolean callsPool(JavaCodeUnit unit) {
        return unit.getAccessesFromSelf().stream()
                .map(JavaAccess::getTargetOwner)
                .filter(Objects::nonNull)
                .anyMatch(owner -> POOLS.contains(owner.getName()));
    }
}
