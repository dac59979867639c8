package org.lingbao.local.bench;

/** The same rows written by the platform and by nothing but PostgreSQL. */
interface Contest {
    String name();

    /** What one operation is, as in "bills". */
    String unit();

    /** What ours should reach of the raw limit. */
    double goal();

    /** As the platform does it; begins from the same state each time. */
    Run ours();

    /** As PostgreSQL does it when nobody asks anything else of it. */
    Run raw();

    /**
     * Proves what ours wrote last.
     *
     * @throws org.lingbao.local.part.PartFailed naming what is not right: then the figures mean nothing
     */
    void gate();
}
