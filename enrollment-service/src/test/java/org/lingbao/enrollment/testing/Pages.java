package org.lingbao.enrollment.testing;

import java.util.ArrayList;
import java.util.List;

/** What a list of an area holds on all its pages, whatever other tests have added to that area. */
public final class Pages {
    private Pages() {}

    /**
     * Follows {@code next} until there is none.
     *
     * @param path with a question mark and at least one parameter
     * @param field where an item's identifier stands in a page, such as {@code tasks.taskId}
     */
    public static List<String> all(String path, String token, String field) {
        var all = new ArrayList<String>();
        String next = null;
        do {
            var page = Citizen.as(token)
                    .get(path + "&limit=200" + (next == null ? "" : "&after=" + next))
                    .then()
                    .statusCode(200)
                    .extract();
            all.addAll(page.<List<String>>path(field));
            next = page.path("next");
        } while (next != null);
        return all;
    }
}
