package org.lingbao.rules.enrollment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingbao.rules.data.RuleValue;

/**
 * How one applies to enroll (参保办理).
 *
 * @param documents what to bring: one of each set
 * @param channels where, by the names that people know them by: the country's, then the province's own
 * @param warnings what everybody must be told before paying anybody
 * @param before what has to be registered before; empty where nothing is known to
 */
public record Applying(
        List<Set<Document>> documents, List<Channel> channels, List<Warning> warnings, Set<Registration> before) {
    private static final String OR = "|";

    /** Where one applies (办理渠道), by the name that people know it by. */
    public record Channel(String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What everybody who wants to enroll must be told (防骗提示). */
    public enum Warning {
        /** To be insured through a sham employer (挂靠) is not needed, and not lawful. */
        NO_SHAM_EMPLOYER,
        /** Who offers to buy past years at once (一次性补缴) cheats. */
        ONE_OFF_OFFERS_ARE_FRAUD
    }

    /** What may have to be registered before a person enrolls (参保前须办理的登记). */
    public enum Registration {
        /** The flexible work itself (就业登记). */
        EMPLOYMENT
    }

    public Applying {
        documents = documents.stream().map(Set::copyOf).toList();
        channels = List.copyOf(channels);
        warnings = List.copyOf(warnings);
        before = Set.copyOf(before);
    }

    static List<Set<Document>> documents(RuleValue value) {
        return value.words().stream().map(Applying::anyOf).toList();
    }

    static List<Channel> channels(RuleValue value) {
        return value.words().stream().map(Channel::new).toList();
    }

    static List<Warning> warnings(RuleValue value) {
        return value.words().stream().map(Warning::valueOf).toList();
    }

    static Set<Registration> registrations(RuleValue value) {
        return value.words().stream().map(Registration::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Document> anyOf(String written) {
        return Stream.of(written.replace(OR, " ").split(" ", -1))
                .map(Document::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** In words of which each is a document, or OR. */
    String written() {
        return documents.stream()
                .map(set -> set.stream().sorted().map(Document::code).collect(Collectors.joining(" OR ")))
                .collect(Collectors.joining(" + "));
    }
}
