package org.lingbao.matching.engagement.domain;

/** Who acts. */
public enum Side {
    WORKER,
    EMPLOYER
}
