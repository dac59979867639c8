package org.lingbao.rules.identity;

/** Sex (性别) as the citizen's number states it. */
public enum Sex {
    MALE,
    FEMALE
}
