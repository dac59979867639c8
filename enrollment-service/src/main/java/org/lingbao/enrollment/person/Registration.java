package org.lingbao.enrollment.person;

import java.util.Optional;
import org.lingbao.enrollment.organisation.Seat;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.rules.value.Place;

/**
 * What is registered: a document whose number the rules found good, and the rest as stated.
 *
 * @param community where the person lives, as the tree has it today
 */
record Registration(
        DocumentChecks.Holder holder, PersonName name, PhoneNumber phone, Place hukou, Optional<Seat> community) {}
