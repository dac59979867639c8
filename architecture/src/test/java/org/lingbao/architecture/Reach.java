package org.lingbao.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a method reaches within our own code: its calls, the calls of these, and so on; a call to an interface reaches all
 * who implement it. What one method calls is looked up once, however many others reach it.
 */
final class Reach {
    private final Map<JavaCodeUnit, Set<JavaCodeUnit>> called = new HashMap<>();

    /** Everything reached, without the start itself. */
    Stream<JavaCodeUnit> from(JavaCodeUnit start) {
        var reached = new LinkedHashSet<JavaCodeUnit>();
        var open = new ArrayDeque<JavaCodeUnit>();
        open.add(start);
        while (!open.isEmpty()) {
            called.computeIfAbsent(open.remove(), Reach::calledBy).stream()
                    .filter(reached::add)
                    .forEach(open::add);
        }
        reached.remove(start);
        return reached.stream();
    }

    private static Set<JavaCodeUnit> calledBy(JavaCodeUnit unit) {
        return Stream.concat(
                        unit.getCallsFromSelf().stream().map(JavaAccess::getTarget),
                        Stream.concat(
                                unit.getMethodReferencesFromSelf().stream().map(JavaAccess::getTarget),
                                unit.getConstructorReferencesFromSelf().stream().map(JavaAccess::getTarget)))
                .filter(target -> target.getOwner().getPackageName().startsWith(Code.HOUSE))
                .flatMap(Reach::implementations)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<JavaCodeUnit> implementations(AccessTarget target) {
        var owner = target.getOwner();
        return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
                .flatMap(type -> declaredIn(type, (AccessTarget.CodeUnitAccessTarget) target));
    }

    private static Stream<JavaCodeUnit> declaredIn(JavaClass type, AccessTarget.CodeUnitAccessTarget target) {
        return type.getCodeUnits().stream()
                .filter(unit -> unit.getName().equals(target.getName()))
                .filter(unit -> unit.getRawParameterTypes().equals(target.getRawParameterTypes()));
    }
}
