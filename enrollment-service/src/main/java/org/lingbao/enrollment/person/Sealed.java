package org.lingbao.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.personal.Vault;
import org.lingbao.rules.value.Place;

/** Seals and opens the personal columns of a person's row, and masks them for an answer. */
@ApplicationScoped
class Sealed {
    private static final String NUMBER = "person.identity_number";
    private static final String NAME = "person.name";
    private static final String PHONE = "person.phone";

    private final Vault vault;

    Sealed(Vault vault) {
        this.vault = vault;
    }

    byte[] index(IdentityNumber number) {
        return vault.index(NUMBER, number);
    }

    void seal(PersonRow row, IdentityNumber number, PersonName name, PhoneNumber phone) {
        row.identityNumber = number(number);
        row.identityIndex = index(number);
        row.name = name(name);
        phone(row, phone);
    }

    void phone(PersonRow row, PhoneNumber phone) {
        row.phone = phone(phone);
        row.phoneIndex = index(phone);
    }

    byte[] index(PhoneNumber phone) {
        return vault.index(PHONE, phone);
    }

    byte[] phone(PhoneNumber phone) {
        return vault.seal(PHONE, phone);
    }

    byte[] number(IdentityNumber number) {
        return vault.seal(NUMBER, number);
    }

    byte[] name(PersonName name) {
        return vault.seal(NAME, name);
    }

    PersonName name(byte[] name) {
        return new PersonName(vault.open(NAME, name));
    }

    PersonName name(PersonRow row) {
        return name(row.name);
    }

    /** For other features: without number and phone. */
    Person person(PersonRow row) {
        return new Person(row.id, name(row), row.birthDate, row.sex, row.hukou == null ? null : new Place(row.hukou));
    }

    /** For a paper. */
    Holder holder(PersonRow row) {
        return new Holder(name(row), new IdentityNumber(vault.open(NUMBER, row.identityNumber)));
    }

    /** For another service of the cell: whole. */
    IdentityView identity(PersonRow row) {
        return new IdentityView(
                new IdentityNumber(vault.open(NUMBER, row.identityNumber)).reveal(),
                name(row).reveal(),
                row.birthDate,
                row.sex,
                row.hukou);
    }

    /** For an answer: masked. */
    PersonView view(PersonRow row) {
        return new PersonView(
                row.id,
                new IdentityNumber(vault.open(NUMBER, row.identityNumber)),
                name(row),
                row.phone == null ? null : new PhoneNumber(vault.open(PHONE, row.phone)),
                row.hukou,
                row.community);
    }
}
