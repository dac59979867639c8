package org.lingbao.rules.data;

import java.time.LocalDate;
import org.lingbao.rules.trace.Status;
import org.lingbao.rules.trace.Text;

/**
 * One value of the law in force, as a reader checks it.
 *
 * @param parameter place and name: {@code 370000/employee/limits}
 * @param title what the value is
 * @param written the value as it stands in the rule file
 * @param effective the first day it is for
 * @param published the first day it could be known
 * @param document the title of the document it stands in
 * @param number the document's number (文号)
 * @param href the document's page, or its authority's site
 */
public record Provision(
        String parameter,
        Text title,
        String written,
        LocalDate effective,
        LocalDate published,
        Status status,
        String document,
        String number,
        String href) {

    /** The value that a rule used. */
    public static Provision of(Parameter.Version<?> version) {
        var citation = version.citation();
        return new Provision(
                version.parameter(),
                version.title(),
                version.written(),
                version.effective(),
                citation.published(),
                version.status(),
                citation.title(),
                citation.number(),
                citation.href());
    }
}
