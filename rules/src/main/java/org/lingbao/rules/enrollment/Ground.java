package org.lingbao.rules.enrollment;

/** What ties a person to the place of enrollment (参保地). In the order in which they are tried. */
public enum Ground {
    /** 户籍地 */
    HUKOU,
    /** 就业地 */
    WORK_PLACE,
    /** 个体工商户营业执照注册地 */
    LICENCE,
    /** 居住证所在地 */
    RESIDENCE_PERMIT
}
