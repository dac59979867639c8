package org.lingbao.rules.data;

/** The law's data for this place, scheme or day is not in this library. The answer is unknown: it is neither yes nor no. */
public final class DataNotLoaded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String place;
    private final String what;

    public DataNotLoaded(String place, String what) {
        super("not loaded for " + place + ": " + what);
        this.place = place;
        this.what = what;
    }

    /** The province's GB/T 2260 code, or {@code national}. */
    public String place() {
        return place;
    }

    /** Which data is missing. */
    public String what() {
        return what;
    }
}
