package org.lingbao.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules 1, 3 and 9: what a feature is, what of it others may see, and that services keep to themselves. */
final class FeatureChecks {
    private static final Set<String> GRAB_BAGS = Set.of(
            "api",
            "base",
            "common",
            "config",
            "controller",
            "core",
            "dto",
            "entity",
            "exception",
            "helper",
            "impl",
            "infrastructure",
            "misc",
            "model",
            "repository",
            "rest",
            "service",
            "shared",
            "support",
            "util",
            "utils");
    private static final Set<String> ENDPOINTS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> NEVER_PUBLIC = List.of("Row", "Rows", "Resource", "Consumer", "Request");

    private FeatureChecks() {}

    /** Rule 1. A feature can be understood, moved and deleted alone. */
    static Check acyclic() {
        return code -> code.services().stream()
                .flatMap(root ->
                        Check.of(slices().matching(root + ".(*)..").should().beFreeOfCycles())
                                .violations(code)
                                .stream())
                .toList();
    }

    /** Rule 1. A class of a service is in a feature's package or in its {@code domain}, nowhere else. */
    static Check oneFeatureOnePackage() {
        return code -> inServices(code)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(type -> !isFeaturePackage(code, type.getPackageName()))
                .map(type -> type.getName() + " is neither in a feature's package nor in its domain")
                .toList();
    }

    private static boolean isFeaturePackage(Code code, String packageName) {
        var feature = code.featureOf(packageName);
        var home = code.serviceOf(packageName) + "." + feature;
        return !feature.isEmpty()
                && !GRAB_BAGS.contains(feature)
                && (packageName.equals(home) || packageName.equals(home + ".domain"));
    }

    /** Rule 3. A public type is one that another feature uses, or is named in the signature of such a type. */
    static Check smallFace() {
        return code -> {
            var face = faceOf(code);
            return aroundDomain(code)
                    .filter(isPublic())
                    .filter(type -> !face.contains(type))
                    .map(type -> type.getName() + " is public, but no other feature needs it")
                    .toList();
        };
    }

    /** Rule 3. Rows, resources, consumers and requests are never the face of a feature. */
    static Check hiddenInside() {
        return code -> code.classes().stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(isPublic())
                .filter(type -> type.getPackageName().startsWith(Code.HOUSE))
                .filter(type -> !code.serviceOf(type.getPackageName()).isEmpty())
                .filter(type -> NEVER_PUBLIC.stream().anyMatch(type.getSimpleName()::endsWith))
                .map(type -> type.getName() + " is public: what it is named for stays inside its feature")
                .toList();
    }

    /** Rule 3. The exception that bites: an endpoint method that is not public is a silent 404. */
    static Check reachableEndpoints() {
        return code -> code.classes().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType())
                        .anyMatch(type -> type.getPackageName().equals("jakarta.ws.rs")
                                && ENDPOINTS.contains(type.getSimpleName())))
                .filter(isPublic().negate())
                .map(method -> method.getFullName() + " is an endpoint and not public: it would answer 404")
                .toList();
    }

    /** Rule 9. No service knows another's classes, and what all share knows no service. */
    static Check separateServices() {
        return code -> code.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> crossesInto(code, dependency))
                .map(Dependency::getDescription)
                .distinct()
                .toList();
    }

    private static boolean crossesInto(Code code, Dependency dependency) {
        var target = code.serviceOf(
                dependency.getTargetClass().getBaseComponentType().getPackageName());
        return !target.isEmpty()
                && !target.equals(code.serviceOf(dependency.getOriginClass().getPackageName()));
    }

    /** Rule 9. Records of events and rows belong to the service that writes or reads them, not to what all share. */
    static Check ownEventsAndRows() {
        return code -> code.classes().stream()
                .filter(type -> code.serviceOf(type.getPackageName()).isEmpty())
                .filter(type -> type.getSimpleName().matches(".+V\\d+") || isEntity(type))
                .map(type -> type.getName() + " is an event or a row outside the service that owns it")
                .toList();
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith("jakarta.persistence.Entity");
    }

    /** What other features of the same service use, and all that its public signatures name. */
    private static Set<JavaClass> faceOf(Code code) {
        var face = new HashSet<JavaClass>();
        var open = new ArrayDeque<JavaClass>();
        inServices(code)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> usesAnotherFeature(code, dependency))
                .map(dependency -> topLevel(dependency.getTargetClass().getBaseComponentType()))
                .filter(face::add)
                .forEach(open::add);
        while (!open.isEmpty()) {
            signatureOf(open.remove())
                    .map(FeatureChecks::topLevel)
                    .filter(face::add)
                    .forEach(open::add);
        }
        return face;
    }

    private static Stream<JavaClass> signatureOf(JavaClass type) {
        var members = Stream.concat(
                type.getMethods().stream()
                        .filter(isPublic())
                        .flatMap(method -> Stream.concat(
                                method.getReturnType().getAllInvolvedRawTypes().stream(),
                                method.getParameterTypes().stream().flatMap(FeatureChecks::rawTypes))),
                type.getFields().stream().flatMap(field -> field.getType().getAllInvolvedRawTypes().stream()));
        return Stream.concat(members, type.getAllRawInterfaces().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(other -> other.getPackageName().startsWith(Code.HOUSE));
    }

    private static Stream<JavaClass> rawTypes(JavaType type) {
        return type.getAllInvolvedRawTypes().stream();
    }

    private static boolean usesAnotherFeature(Code code, Dependency dependency) {
        var from = dependency.getOriginClass().getPackageName();
        var to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        return code.serviceOf(from).equals(code.serviceOf(to))
                && !code.featureOf(to).equals(code.featureOf(from));
    }

    private static Stream<JavaClass> inServices(Code code) {
        return code.classes().stream()
                .filter(type -> !code.serviceOf(type.getPackageName()).isEmpty());
    }

    private static Stream<JavaClass> aroundDomain(Code code) {
        return inServices(code)
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getPackageName().endsWith(".domain"));
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(FeatureChecks::topLevel).orElse(type);
    }

    private static Predicate<HasModifiers> isPublic() {
        return type -> type.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
