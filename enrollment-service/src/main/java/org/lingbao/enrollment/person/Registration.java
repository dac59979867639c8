package org.lingbao.enrollment.person;

import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.rules.identity.IdentityCheck;
import org.lingbao.rules.value.Place;

/** What is registered: a number that the rules found valid, and the rest as stated. */
record Registration(IdentityCheck.Valid identity, PersonName name, PhoneNumber phone, Place hukou) {
    IdentityNumber number() {
        return new IdentityNumber(identity.number());
    }
}
