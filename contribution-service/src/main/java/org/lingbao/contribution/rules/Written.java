package org.lingbao.contribution.rules;

import java.util.List;
import java.util.Set;
import org.lingbao.rules.contribution.Terms;
import org.lingbao.rules.data.Provision;

/** Picks out of a month's terms where some of its values stand written. */
final class Written {
    private Written() {}

    /** @param names last parts of the parameters' names, such as {@code limits} */
    static List<Provision> of(Terms terms, String... names) {
        var wanted = Set.of(names);
        return terms.provisions().stream()
                .filter(provision -> wanted.contains(last(provision.parameter())))
                .toList();
    }

    private static String last(String parameter) {
        return parameter.substring(parameter.lastIndexOf('/') + 1);
    }
}
