package org.lingbao.enrollment.organisation.domain;

import java.util.Set;
import java.util.regex.Pattern;

/** What an organisation is in the tree (四级加企业), by the form of its code; the first form that fits decides. */
public enum Level {
    /** 省. */
    PROVINCE("[1-9]\\d0{4}"),
    /** 市. */
    CITY("[1-9]\\d{3}00"),
    /** 县区. */
    COUNTY("[1-9]\\d{5}"),
    /** 镇街. */
    TOWN("[1-9]\\d{8}"),
    /** 社区, and villages. */
    COMMUNITY("[1-9]\\d{11}"),
    /** 企业, by its unified social credit code. */
    EMPLOYER("[0-9A-Z]{18}");

    private final Pattern form;

    Level(String form) {
        this.form = Pattern.compile(form);
    }

    boolean fits(CharSequence code) {
        return form.matcher(code).matches();
    }

    /** Whether its code says where it lies: another place would be another code, which GB/T 2260 gives and nobody here. */
    boolean isFixed() {
        return this == PROVINCE || this == CITY || this == COUNTY;
    }

    /** Under what it may hang; some cities have no counties. */
    Set<Level> parents() {
        return switch (this) {
            case PROVINCE -> Set.of();
            case CITY -> Set.of(PROVINCE);
            case COUNTY -> Set.of(PROVINCE, CITY);
            case TOWN -> Set.of(CITY, COUNTY);
            case COMMUNITY -> Set.of(TOWN);
            case EMPLOYER -> Set.of(CITY, COUNTY, TOWN, COMMUNITY);
        };
    }
}
