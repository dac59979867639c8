package org.lingbao.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which code decides, and so must be pure: the domains of the services, and the law but for what loads its data. */
final class Purity {
    static final String RULES = Code.HOUSE + ".rules";
    private static final Set<String> LOADING = Set.of(RULES + ".data", RULES + ".command", RULES + ".shadow");

    /** Identity numbers are left out: that check is given characters, and what it returns is the type. */
    private static final List<String> FORMULAS = Stream.of(
                    "account",
                    "bridging",
                    "contribution",
                    "deadline",
                    "enrollment",
                    "pension",
                    "retirement",
                    "shortfall",
                    "subsidy",
                    "transfer")
            .map(name -> RULES + "." + name)
            .toList();

    private Purity() {}

    static boolean decides(Code code, JavaClass type) {
        return isDomain(code, type.getPackageName()) || isLaw(type.getPackageName());
    }

    static Stream<JavaClass> deciding(Code code) {
        return code.classes().stream().filter(type -> decides(code, type));
    }

    /** Where an amount, a proportion, a month or an id must have its own type. */
    static Stream<JavaClass> speaking(Code code) {
        return code.classes().stream()
                .filter(type -> isDomain(code, type.getPackageName()) || FORMULAS.contains(type.getPackageName()));
    }

    static Stream<SourceFile> decidingSources(Code code) {
        return code.javaSources()
                .filter(SourceFile::isMainOrFixture)
                .filter(source -> isDomain(code, source.packageName()) || isLaw(source.packageName()));
    }

    static boolean isDomain(Code code, String packageName) {
        return !code.featureOf(packageName).isEmpty() && packageName.endsWith(".domain");
    }

    static boolean isLaw(String packageName) {
        return packageName.startsWith(RULES + ".") && !LOADING.contains(packageName);
    }
}
