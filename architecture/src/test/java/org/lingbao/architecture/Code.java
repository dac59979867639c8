package org.lingbao.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Code under examination: the house itself, or one fixture that is wrong on purpose.
 *
 * @param classes the compiled classes
 * @param services root packages of the services among them
 * @param sources the source files
 */
record Code(JavaClasses classes, List<String> services, List<SourceFile> sources) {
    static final String HOUSE = "org.lingbao";
    private static final String FIXTURES = HOUSE + ".fixtures";
    private static final Path ROOT =
            Path.of(System.getProperty("lingbao.root", "..")).toAbsolutePath().normalize();
    private static final List<String> SERVICES = Stream.of("enrollment", "contribution", "transfer", "matching")
            .map(name -> HOUSE + "." + name)
            .toList();
    private static final Code PRODUCTION = new Code(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(HOUSE),
            SERVICES,
            sourcesOfTheHouse());

    static Path root() {
        return ROOT;
    }

    /** Everything that ships, with all sources that people read, tests included. */
    static Code production() {
        return PRODUCTION;
    }

    /** The fixture package of this name, seen as one service of its own. */
    static Code fixture(String name) {
        return fixture(name, List.of(FIXTURES + "." + name));
    }

    /** The fixture package of this name, which plays several services. */
    static Code fixtureOfServices(String name, String... services) {
        return fixture(
                name,
                Stream.of(services)
                        .map(service -> FIXTURES + "." + name + "." + service)
                        .toList());
    }

    private static Code fixture(String name, List<String> services) {
        var sources = ROOT.resolve("architecture/src/test/java/org/lingbao/fixtures/" + name);
        return new Code(
                new ClassFileImporter().importPackages(FIXTURES + "." + name),
                services,
                readAll(sources).toList());
    }

    /** The names of all fixtures. */
    static Set<String> fixtures() {
        try (var packages = Files.list(ROOT.resolve("architecture/src/test/java/org/lingbao/fixtures"))) {
            return packages.filter(Files::isDirectory)
                    .map(directory -> directory.getFileName().toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceFile> sourcesOfTheHouse() {
        try (var found = Files.find(ROOT, 3, (path, attributes) -> !hidden(path) && isHouse(path))) {
            return found.sorted()
                    .flatMap(Code::readAll)
                    .filter(source -> !source.path().contains("/org/lingbao/fixtures/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHouse(Path path) {
        return path.endsWith("src") && Files.isDirectory(path) || path.endsWith("pom.xml");
    }

    private static boolean hidden(Path path) {
        return Stream.of(".git", ".lingbao", "target")
                .anyMatch(name -> ROOT.relativize(path).startsWith(name)
                        || path.toString().contains("/target/"));
    }

    private static Stream<SourceFile> readAll(Path directory) {
        try (var files = Files.walk(directory)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> Stream.of(".java", ".sql", ".sh", "pom.xml").anyMatch(file.toString()::endsWith))
                    .sorted()
                    .map(file -> SourceFile.read(ROOT, file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(directory.toString(), e);
        }
    }

    /** The service that a package belongs to, or nothing. */
    String serviceOf(String packageName) {
        return services.stream()
                .filter(root -> packageName.equals(root) || packageName.startsWith(root + "."))
                .findFirst()
                .orElse("");
    }

    /** The feature within a service, such as {@code billing}, or nothing for the service's own root. */
    String featureOf(String packageName) {
        var service = serviceOf(packageName);
        return service.isEmpty() || packageName.equals(service)
                ? ""
                : packageName.substring(service.length() + 1).split("\\.")[0];
    }

    /** The Java among the sources. */
    Stream<SourceFile> javaSources() {
        return sources.stream().filter(SourceFile::isJava);
    }
}
