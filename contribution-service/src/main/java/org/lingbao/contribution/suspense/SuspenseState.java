package org.lingbao.contribution.suspense;

/** What has become of money in suspense. */
enum SuspenseState {
    /** Nobody has decided. */
    OPEN,
    /** It is to be given back, and has not been. */
    ORDERED,
    /** Whoever took it has given it back. */
    REFUNDED
}
