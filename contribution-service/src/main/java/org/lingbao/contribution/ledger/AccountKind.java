package org.lingbao.contribution.ledger;

/** The kinds of accounts, with whose they are. */
enum AccountKind {
    /** A person's individual account in a scheme (个人账户); owner: person and scheme. */
    PERSON(false),
    /** The pooled fund of a place (统筹基金); owner: place. */
    POOLED(true),
    /** The medical fund of a place, where it is collected together (医保基金); owner: place. */
    MEDICAL(true),
    /** What government added to residents' accounts and has not paid yet (财政补贴); owner: place. */
    GOVERNMENT(true),
    /** Money that a bank took and has not settled yet (银行清算); owner: bank. */
    BANK_CLEARING(true),
    /** Money that a tax bureau collected and has not handed over yet (税务征收); owner: bureau. */
    TAX_BUREAU(true),
    /** Money that could not be booked to a bill (暂挂); owner: the bank or bureau that took it. */
    SUSPENSE(true),
    /** Interest that the fund has credited to individual accounts (记账利息); owner: the province. */
    INTEREST(true),
    /** Money on its way between this province and another (在途资金); owner: the other province. */
    TRANSIT(true);

    private final boolean shared;

    AccountKind(boolean shared) {
        this.shared = shared;
    }

    /** Whether postings of many persons meet in it, so that it is kept in shards. */
    boolean isShared() {
        return shared;
    }
}
