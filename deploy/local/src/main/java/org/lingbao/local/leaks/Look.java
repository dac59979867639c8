package org.lingbao.local.leaks;

import java.util.ArrayList;
import java.util.List;

/** One kind of place as it is searched, with something that must be there. */
final class Look {
    private final Searcher searcher;
    private final String control;
    private final List<String> finds = new ArrayList<>();
    private int texts;
    private boolean sees;

    Look(Searcher searcher, String control) {
        this.searcher = searcher;
        this.control = control;
    }

    void read(String where, String text) {
        texts++;
        sees |= text.contains(control);
        searcher.in(text).forEach(find -> finds.add(where + ": " + find.what() + " in \"" + find.around() + "\""));
    }

    List<String> finds() {
        return finds;
    }

    int texts() {
        return texts;
    }

    boolean sees() {
        return sees;
    }
}
