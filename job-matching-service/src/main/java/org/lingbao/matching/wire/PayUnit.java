package org.lingbao.matching.wire;

/** For what pay is (计酬单位). */
enum PayUnit {
    DAY,
    HOUR,
    PIECE,
    MONTH
}
