package org.lingbao.contribution.payment;

/** Who brought the money: the insured person or another. No name is taken: the bank knows whom it served. */
enum Payer {
    INSURED,
    OTHER
}
