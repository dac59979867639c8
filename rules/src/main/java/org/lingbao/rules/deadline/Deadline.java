package org.lingbao.rules.deadline;

import java.util.Locale;

/** The deadlines that the law sets agencies and the insured, each counted in working days from a receipt. */
public enum Deadline {
    /** From the application: the agency registers the person (个人社会保险登记). */
    PERSONAL_REGISTRATION,
    /** From the application: the agency changes or cancels a registration. */
    REGISTRATION_CHANGE,
    /** From the application: the agency decides on a pension. */
    PENSION_CLAIM,
    /** From the application: the agency decides on an unemployment claim (失业保险金). */
    UNEMPLOYMENT_CLAIM,
    /** From the application: the agency reimburses the costs of a work injury (工伤手工报销). */
    WORK_INJURY_REIMBURSEMENT,
    /** From the application: the agency reimburses medical costs (医疗手工报销). */
    MEDICAL_REIMBURSEMENT,
    /** From the event: the insured report what ends a benefit. */
    BENEFIT_END_REPORT,
    /** From the application: the new place sends the contact letter (联系函), or refuses. */
    TRANSFER_LETTER,
    /** From the contact letter: the old place sends the information form (信息表) and the money. */
    TRANSFER_FORM,
    /** From relation and money: the new place merges them and tells the person. */
    TRANSFER_COMPLETION,
    /** From the contact letter: the old place tells the person which parts cannot move. */
    TRANSFER_OBSTACLE_NOTICE,
    /** From the application for bridging (制度衔接): the receiving agency sends the letter. */
    BRIDGING_LETTER,
    /** From the letter: the other agency hands over relation and account. */
    BRIDGING_HAND_OVER,
    /** From relation and account: the receiving agency completes the bridging. */
    BRIDGING_COMPLETION;

    String file() {
        return "deadline/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
