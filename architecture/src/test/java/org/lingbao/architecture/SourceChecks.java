package org.lingbao.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rule 10 and the rules of names: what a reader meets first. */
final class SourceChecks {
    private static final int MOST_LINES = 300;
    private static final int MOST_LINES_OF_PLATFORM = 2000;
    private static final Pattern PLATFORM = Pattern.compile(".*\\.platform(\\..*)?");
    private static final Pattern SERVICE_ARTIFACT =
            Pattern.compile("<artifactId>lingbao-([a-z-]+-service)</artifactId>");
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".+(Services?|Managers?|Helpers?|Utils?|Impl|Dto|DTO|Mappers?)");

    /** A class to inherit from. The base of a contribution (缴费基数) is another thing: that is a value. */
    private static final Pattern FOUNDATION = Pattern.compile("(Base|Abstract)[A-Z].*");

    private SourceChecks() {}

    /** Rule 10. A file fits in a head. */
    static Check shortFiles() {
        return code -> code.sources().stream()
                .filter(source -> !source.path().endsWith("pom.xml"))
                .filter(source -> source.lines() > MOST_LINES)
                .map(source -> source.path() + " has " + source.lines() + " lines; the most is " + MOST_LINES)
                .toList();
    }

    /** Rule 10. What every service needs fits in a head, too: it is no framework. */
    static Check smallPlatform() {
        return code -> {
            var lines = code.javaSources()
                    .filter(source -> source.isMainOrFixture()
                            && PLATFORM.matcher(source.packageName()).matches())
                    .mapToInt(SourceFile::codeLines)
                    .sum();
            return lines <= MOST_LINES_OF_PLATFORM
                    ? List.of()
                    : List.of("the platform has " + lines + " lines of code; the most is " + MOST_LINES_OF_PLATFORM);
        };
    }

    /** Rule 9. The build of a service does not name another service. */
    static Check separateBuilds() {
        return code -> code.sources().stream()
                .filter(source -> source.directory().endsWith("-service"))
                .flatMap(source -> SERVICE_ARTIFACT
                        .matcher(source.text())
                        .results()
                        .map(found -> found.group(1))
                        .filter(service -> !source.directory().endsWith(service))
                        .map(service -> source.path() + " depends on " + service))
                .toList();
    }

    /** Names. A type is called what it is, not what layer it is on. */
    static Check tellingNames() {
        return code -> code.classes().stream()
                .filter(type -> !type.isAnonymousClass() && tellsNothing(type))
                .map(type -> type.getName() + " has a name that tells nothing")
                .toList();
    }

    private static boolean tellsNothing(JavaClass type) {
        var isValue = type.isRecord() || type.isEnum() || type.isInterface();
        return EMPTY_NAME.matcher(type.getSimpleName()).matches()
                || !isValue && FOUNDATION.matcher(type.getSimpleName()).matches();
    }

    /** Names. Rows end with Row, resources with Resource, and an event's record with the version of its schema. */
    static Check namedForTheirKind() {
        return code -> code.classes().stream()
                .filter(type -> isMisnamed(type, "jakarta.persistence.Entity", "Row")
                        || isMisnamed(type, "jakarta.ws.rs.Path", "Resource")
                        || EventCodeChecks.isPublished(type)
                                && !type.getSimpleName().matches(".+V\\d+"))
                .map(type -> type.getName() + " is a row, a resource or an event and not named so")
                .toList();
    }

    private static boolean isMisnamed(JavaClass type, String annotation, String ending) {
        return type.isAnnotatedWith(annotation) && !type.getSimpleName().endsWith(ending);
    }

    /** Nulls. Every package says that null is the exception, in its package-info. */
    static Check nullMarked() {
        return code -> {
            var marked = code.javaSources()
                    .filter(source -> source.path().endsWith("/package-info.java")
                            && source.withoutComments().contains("@NullMarked"))
                    .map(SourceChecks::module)
                    .collect(Collectors.toUnmodifiableSet());
            return code.javaSources()
                    .filter(source -> !isMarked(source, marked))
                    .map(source -> source.path() + " is in a package without @NullMarked")
                    .toList();
        };
    }

    /** A test in the package of what it tests is marked with it. */
    private static boolean isMarked(SourceFile source, Set<String> marked) {
        return source.packageName().isEmpty() || marked.contains(module(source));
    }

    private static String module(SourceFile source) {
        return source.module() + ":" + source.packageName();
    }
}
