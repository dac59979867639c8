package org.lingbao.transfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lingbao.rules.value.Place;
import org.lingbao.transfer.person.Identity;
import org.lingbao.transfer.transfer.domain.Document;
import org.lingbao.transfer.transfer.domain.Payee;
import org.lingbao.transfer.transfer.domain.Subject;

/** The agency of this cell as its letters name it (经办机构). */
@ApplicationScoped
class Agency {
    private final Payee payee;

    /** @param payee the bank account to which old places send the money */
    Agency(@ConfigProperty(name = "lingbao.transfer.payee") String payee) {
        this.payee = new Payee(payee);
    }

    Document.ContactLetter letter(Identity identity, Place oldPlace, Place newPlace) {
        return new Document.ContactLetter(new Subject(identity.identityNumber().reveal()), oldPlace, newPlace, payee);
    }
}
