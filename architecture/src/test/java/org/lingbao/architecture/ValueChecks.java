package org.lingbao.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rule 8: money, proportions, months and ids have types of their own. */
final class ValueChecks {
    /** Ratios of measured times are no amounts. */
    private static final String MEASURING = "org.lingbao.local.bench";

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final Set<String> BARE = Set.of(
            "long",
            "double",
            "float",
            "java.lang.Long",
            "java.lang.String",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.UUID");

    /** Signatures that do take a bare value, each with the reason why no type of ours could stand there. */
    private static final Map<String, String> BARE_BY_NATURE = Map.of(
            Purity.RULES + ".enrollment.Finding.of", "the check's name and its outcome, as the trace writes them",
            Purity.RULES + ".retirement.RetirementLaw$PerCategory.read", "the beginning of a file's name");

    private ValueChecks() {}

    /** Rule 8. Nothing in the house is floating. */
    static Check nothingFloats() {
        return code -> code.classes().stream()
                .filter(type -> !type.getPackageName().equals(MEASURING))
                .flatMap(type -> Stream.concat(
                        type.getFields().stream()
                                .filter(field -> isFloating(field.getRawType()))
                                .map(JavaField::getFullName),
                        type.getCodeUnits().stream()
                                .filter(unit -> !isSynthetic(unit))
                                .filter(unit -> isFloating(unit.getRawReturnType())
                                        || unit.getRawParameterTypes().stream().anyMatch(ValueChecks::isFloating))
                                .map(JavaCodeUnit::getFullName)))
                .map(name -> name + " is a double or a float")
                .toList();
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }

    /**
     * Rule 8. In a domain, what a record consists of and what a method is given have types of their own. A record of one
     * component is such a type itself: {@code Money(long)}, {@code PlanId(UUID)}.
     */
    static Check nothingBare() {
        return code -> Purity.speaking(code)
                .filter(type -> !type.isAnonymousClass())
                .flatMap(type -> Stream.concat(bareComponents(type), bareParameters(type)))
                .toList();
    }

    private static Stream<String> bareComponents(JavaClass type) {
        var components = type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .toList();
        if (!type.isRecord() || components.size() == 1) {
            return Stream.empty();
        }
        return components.stream()
                .filter(field -> isBare(field.getType().getAllInvolvedRawTypes()))
                .filter(field -> !BARE_BY_NATURE.containsKey(field.getFullName()))
                .map(field -> field.getFullName() + " is a bare value: give it a type");
    }

    private static Stream<String> bareParameters(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> !isSynthetic(method) && !isGivenByJava(method))
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(method -> method.getParameterTypes().stream()
                        .anyMatch(parameter -> isBare(parameter.getAllInvolvedRawTypes())))
                .filter(method -> !BARE_BY_NATURE.containsKey(method.getOwner().getName() + "." + method.getName()))
                .filter(method -> !type.isRecord() || type.getAllFields().size() > 1 || !isFactory(method))
                .map(method -> method.getFullName() + " takes a bare value: give it a type");
    }

    /** {@code Money.yuan(String)}: a one-component type made from what it wraps. */
    private static boolean isFactory(JavaCodeUnit method) {
        return method.getModifiers().contains(JavaModifier.STATIC)
                && method.getRawReturnType().equals(method.getOwner());
    }

    private static boolean isGivenByJava(JavaCodeUnit method) {
        return method.getOwner().isEnum() && method.getName().equals("valueOf")
                || method.getName().equals("equals");
    }

    private static boolean isBare(Collection<JavaClass> types) {
        return types.stream()
                .anyMatch(type -> BARE.contains(type.getBaseComponentType().getName()));
    }

    private static boolean isSynthetic(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
}
