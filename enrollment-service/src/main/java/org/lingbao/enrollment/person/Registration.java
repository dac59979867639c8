package org.lingbao.enrollment.person;

import java.util.Optional;
import org.lingbao.enrollment.organisation.Seat;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.rules.identity.IdentityCheck;
import org.lingbao.rules.value.Place;

/**
 * What is registered: a number that the rules found valid, and the rest as stated.
 *
 * @param community where the person lives, as the tree has it today
 */
record Registration(
        IdentityCheck.Valid identity, PersonName name, PhoneNumber phone, Place hukou, Optional<Seat> community) {
    IdentityNumber number() {
        return new IdentityNumber(identity.number());
    }
}
