package org.lingbao.transfer.exchange;

import java.util.regex.Pattern;

/**
 * Who writes or is written to.
 *
 * @param province its GB/T 2260 code, such as {@code 210000}
 * @param agency the agency (经办机构) that answers for it there
 */
record Party(String province, String agency) {
    private static final Pattern PROVINCE = Pattern.compile("[0-9]{6}");
    private static final Pattern AGENCY = Pattern.compile("[0-9A-Za-z-]{1,20}");

    Party {
        if (!PROVINCE.matcher(province).matches() || !AGENCY.matcher(agency).matches()) {
            throw new IllegalArgumentException("not a province and its agency");
        }
    }
}
