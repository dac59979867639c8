package org.lingbao.personal;

/**
 * A piece of personal data (个人信息). It shows itself masked: in JSON, in logs, in a debugger. Only {@link #reveal()}
 * gives it whole, so that every place which does can be found.
 */
public sealed interface Personal permits Address, IdentityNumber, PayerReference, PersonName, PhoneNumber {

    /** The whole value. Never for a log, an event or a problem. */
    String reveal();

    /** The value with its middle hidden, as it may be shown. */
    String masked();
}
