package org.lingbao.enrollment.signal;

/** What is behind many enrollments. */
enum Behind {
    /** The phone that persons gave. */
    PHONE,
    /** The terminal through which they came. */
    DEVICE,
    /** Who acted for them. */
    OPERATOR,
    /** Another than themselves who brought their money. */
    PAYER
}
