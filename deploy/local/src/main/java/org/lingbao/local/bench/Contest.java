package org.lingbao.local.bench;

/** The same work done by the platform and by what bounds it. */
interface Contest {
    /** What one operation is, as in "bills". */
    String unit();

    /** What ours should reach of the bound. */
    double goal();

    /** What bounds it, in a word: "raw" is nothing but PostgreSQL. */
    default String bound() {
        return "raw";
    }

    /** As the platform does it; begins from the same state each time. */
    Run ours();

    /** The bound: as PostgreSQL does it when nobody asks anything else of it, or as the platform does what costs it least. */
    Run raw();

    /**
     * Proves what ours did last.
     *
     * @throws org.lingbao.local.part.PartFailed naming what is not right: then the figures mean nothing
     */
    void gate();
}
