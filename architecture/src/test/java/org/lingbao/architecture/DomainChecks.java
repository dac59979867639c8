package org.lingbao.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules 2, 4 and 5: a decision is pure, immutable and total, gets all it needs, and refuses by a value. */
final class DomainChecks {
    private static final List<String> OUTSIDE_WORLD = List.of(
            "java.io.",
            "java.net.",
            "java.nio.file.",
            "java.nio.channels.",
            "java.sql.",
            "java.util.logging.",
            "java.util.prefs.",
            "java.rmi.",
            "java.lang.management.");
    private static final Set<String> READS_ITS_OWN_RESOURCES =
            Set.of(Purity.RULES + ".value.Divisions", Purity.RULES + ".trace.Wording");
    private static final Set<String> BUGS_AND_BROKEN_DATA = Set.of(
            "java.lang.IllegalArgumentException",
            "java.lang.IllegalStateException",
            "java.lang.NullPointerException",
            "java.lang.ArithmeticException",
            "java.lang.MatchException",
            "java.lang.AssertionError",
            "java.io.UncheckedIOException",
            Purity.RULES + ".data.DataNotLoaded");
    private static final Set<String> CHANCE_AND_SURROUNDINGS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.util.concurrent.ThreadLocalRandom.current");
    private static final Set<String> REFUSALS = Set.of("Refused", "Ineligible", "Invalid", "Rejected");

    private DomainChecks() {}

    /** Rule 2. A domain knows the JDK without its doors to the world, the law, and itself. */
    static Check pure() {
        return code -> Purity.deciding(code)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !isPure(dependency))
                .map(Dependency::getDescription)
                .distinct()
                .toList();
    }

    private static boolean isPure(Dependency dependency) {
        var origin = dependency.getOriginClass();
        var target = dependency.getTargetClass().getBaseComponentType();
        if (target.isPrimitive() || target.getPackageName().equals(origin.getPackageName())) {
            return true;
        }
        return isPureJdk(origin, target)
                || isReaderOfItsOwnResources(origin) && target.getPackageName().startsWith("com.fasterxml.jackson.")
                || target.getPackageName().startsWith("org.jspecify.")
                || target.getPackageName().equals(Purity.RULES)
                || target.getPackageName().startsWith(Purity.RULES + ".");
    }

    private static boolean isPureJdk(JavaClass origin, JavaClass target) {
        var name = target.getName();
        return name.startsWith("java.")
                && (OUTSIDE_WORLD.stream().noneMatch(name::startsWith)
                        || name.equals("java.io.Serializable")
                        || isReaderOfItsOwnResources(origin));
    }

    private static boolean isReaderOfItsOwnResources(JavaClass type) {
        return READS_ITS_OWN_RESOURCES.contains(type.getName());
    }

    /** Rule 2. What has state is a record or an enum, or rules over their files, which are read once; and no field changes. */
    static Check immutable() {
        return code -> Purity.deciding(code)
                .filter(type -> !type.isAnonymousClass())
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL)
                        || isState(field.getModifiers())
                                && !field.getOwner().isRecord()
                                && !field.getOwner().isEnum()
                                && !isRules(field.getOwner()))
                .map(field -> field.getFullName() + " can change, or is state outside a record or an enum")
                .toList();
    }

    private static boolean isRules(JavaClass type) {
        return Purity.isLaw(type.getPackageName()) && type.getSimpleName().endsWith("Rules");
    }

    private static boolean isState(Set<JavaModifier> modifiers) {
        return !modifiers.contains(JavaModifier.STATIC);
    }

    /** Rule 4. A decision reads no clock, no chance, no configuration. */
    static Check toldEverything() {
        return code -> Stream.concat(
                        Purity.deciding(code)
                                .flatMap(type -> callsFrom(type))
                                .filter(call -> isNow(call) || CHANCE_AND_SURROUNDINGS.contains(nameOf(call)))
                                .map(JavaCall::getDescription),
                        Purity.deciding(code)
                                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                                .filter(dependency -> Set.of("java.time.Clock", "java.util.Random")
                                                .contains(dependency
                                                        .getTargetClass()
                                                        .getName())
                                        || dependency
                                                .getTargetClass()
                                                .getPackageName()
                                                .contains(".config"))
                                .map(Dependency::getDescription))
                .distinct()
                .toList();
    }

    /** Rule 4. Nobody at all asks the machine what day it is without a clock that was handed in. */
    static Check noWallClock() {
        return code -> code.classes().stream()
                .flatMap(DomainChecks::callsFrom)
                .filter(call -> isNow(call) && !takesClock(call)
                        || nameOf(call).equals("java.lang.System.currentTimeMillis")
                        || nameOf(call).equals("java.util.Date.<init>")
                                && call.getTarget().getRawParameterTypes().isEmpty())
                .map(JavaCall::getDescription)
                .toList();
    }

    private static boolean isNow(JavaCall<?> call) {
        return call.getTargetOwner().getPackageName().equals("java.time")
                && call.getName().equals("now");
    }

    private static boolean takesClock(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    /** Rule 5. No exception refuses: none is declared, and only those for bugs and broken data are made. */
    static Check refusesByValue() {
        return code -> Stream.of(ownExceptions(code), declared(code), thrown(code))
                .flatMap(found -> found)
                .toList();
    }

    private static Stream<String> ownExceptions(Code code) {
        return Purity.deciding(code)
                .filter(type -> type.isAssignableTo(Throwable.class))
                .map(type -> type.getName() + " is an exception beside the decisions: refuse by a value");
    }

    private static Stream<String> declared(Code code) {
        return Purity.deciding(code)
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getThrowsClause().size() > 0)
                .map(unit -> unit.getFullName() + " declares an exception");
    }

    private static Stream<String> thrown(Code code) {
        return Purity.deciding(code)
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isAssignableTo(Throwable.class))
                .filter(call ->
                        !BUGS_AND_BROKEN_DATA.contains(call.getTargetOwner().getName()))
                .filter(call -> !call.getOriginOwner().isAssignableTo(Throwable.class))
                .map(JavaCall::getDescription);
    }

    /** Rule 5. A refusal is one of a sealed type's outcomes and carries all its reasons. */
    static Check listsAllReasons() {
        return code -> code.classes().stream()
                .filter(type -> type.isRecord() && REFUSALS.contains(type.getSimpleName()))
                .filter(type -> !carriesMany(type) || !isSealedOutcome(type))
                .map(type -> type.getName() + " must be an outcome of a sealed type and carry a list of reasons")
                .toList();
    }

    private static boolean carriesMany(JavaClass refusal) {
        return componentsOf(refusal)
                .anyMatch(part ->
                        isMany(part) || part.isRecord() && componentsOf(part).anyMatch(DomainChecks::isMany));
    }

    private static Stream<JavaClass> componentsOf(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> isState(field.getModifiers()))
                .map(field -> field.getRawType());
    }

    private static boolean isMany(JavaClass type) {
        return type.isAssignableTo(Collection.class);
    }

    private static boolean isSealedOutcome(JavaClass type) {
        return Stream.of(type.reflect().getInterfaces()).anyMatch(Class::isSealed);
    }

    static Stream<JavaCall<?>> callsFrom(JavaClass type) {
        return Stream.concat(
                type.getMethodCallsFromSelf().stream().map(call -> (JavaCall<?>) call),
                type.getConstructorCallsFromSelf().stream());
    }

    static String nameOf(JavaCall<?> call) {
        return call.getTargetOwner().getName() + "." + call.getName();
    }
}
