package org.lingbao.rules.data;

import java.time.LocalDate;

/**
 * Where a value of the law stands written.
 *
 * @param title the document's title, or what it is where its title is not known; with the article where one is meant
 * @param number its number (文号), {@code 无文号} for one without
 * @param href its page, or, where that page is not known, the site of the authority that published it
 * @param published the day from which it could be known
 */
public record Citation(String title, String number, String href, LocalDate published) {

    /** Title and number in one line, as one cites: {@code 社会保险法 第十条（主席令第35号）}. */
    public String text() {
        return title + "（" + number + "）";
    }
}
