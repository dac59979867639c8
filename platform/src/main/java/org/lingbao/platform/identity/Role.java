package org.lingbao.platform.identity;

/** What a caller is. The names are those of the issuer's realm roles, in {@code realm_access.roles}. */
public final class Role {
    /** A person, for their own data (本人). */
    public static final String CITIZEN = "citizen";
    /** An agency's clerk (经办人), for the subtree of their organisation. */
    public static final String CLERK = "clerk";
    /** A bank's terminal or system (银行). */
    public static final String BANK = "bank";
    /** An employer (用人单位). */
    public static final String EMPLOYER = "employer";
    /** Who runs the platform (运维). */
    public static final String OPERATOR = "operator";
    /** Who checks it, and changes nothing (审计). */
    public static final String AUDITOR = "auditor";
    /** Another service of this cell, for the work that it does; never in somebody's name. */
    public static final String SERVICE = "service";
    /** A tax bureau's system (税务机关), which collects in places where banks do not. */
    public static final String TAX = "tax";

    private Role() {}
}
