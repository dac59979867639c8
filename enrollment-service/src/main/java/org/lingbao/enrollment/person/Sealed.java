package org.lingbao.enrollment.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingbao.enrollment.person.Likenesses.Trait;
import org.lingbao.personal.IdentityNumber;
import org.lingbao.personal.PersonName;
import org.lingbao.personal.PhoneNumber;
import org.lingbao.personal.Vault;
import org.lingbao.rules.Law;
import org.lingbao.rules.identity.DocumentKind;
import org.lingbao.rules.identity.Sex;
import org.lingbao.rules.value.Place;

/** Seals and opens the personal columns of a person's row, and masks them for an answer. */
@ApplicationScoped
class Sealed {
    private static final String NUMBER = "person.identity_number";
    private static final String DOCUMENT = "person_document.number";
    private static final String NAME = "person.name";
    private static final String PHONE = "person.phone";

    private final Vault vault;

    Sealed(Vault vault) {
        this.vault = vault;
    }

    byte[] index(IdentityNumber number) {
        return vault.index(NUMBER, number);
    }

    /** A number of 18 characters is found by itself, any other one together with what it is the number of. */
    byte[] index(Document document) {
        return document.isOfOneForm()
                ? index(document.number())
                : vault.fingerprint(("person.document\n" + document.whole()).getBytes(UTF_8));
    }

    /** By which a document may be found: its own, and of an old number that of the citizen's number that it became. */
    List<byte[]> indexes(Document document) {
        return document.kind() == DocumentKind.OLD_RESIDENT
                ? List.of(
                        index(document),
                        index(new IdentityNumber(Law.standard()
                                .identity()
                                .newForm(document.number().reveal()))))
                : List.of(index(document));
    }

    void seal(DocumentRow row, Document document) {
        row.kind = document.kind();
        row.country = document.country();
        row.number = vault.seal(DOCUMENT, document.number());
        row.numberIndex = index(document);
    }

    DocumentView view(DocumentRow row) {
        return new DocumentView(
                row.id, row.kind, row.country, new IdentityNumber(vault.open(DOCUMENT, row.number)), row.statedOn);
    }

    void seal(PersonRow row, Document document, PersonName name, PhoneNumber phone) {
        row.identityNumber = number(document.number());
        row.identityIndex = index(document);
        row.identityKind = document.kind();
        row.identityCountry = document.country();
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

    Optional<PhoneNumber> phone(PersonRow row) {
        return Optional.ofNullable(row.phone).map(phone -> new PhoneNumber(vault.open(PHONE, phone)));
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

    /** The same, read by SQL. */
    Person person(Row row) {
        var hukou = row.getString("hukou");
        return new Person(
                row.getUUID("id"),
                name(bytes(row, "name")),
                row.getLocalDate("birth_date"),
                Sex.valueOf(row.getString("sex")),
                hukou == null ? null : new Place(hukou));
    }

    /** For a paper. */
    Holder holder(PersonRow row) {
        return new Holder(name(row), new IdentityNumber(vault.open(NUMBER, row.identityNumber)));
    }

    /** By what the person of a row may be recognised under another number, as blind indexes. */
    Map<Trait, byte[]> traits(Row row) {
        var name = PlainName.of(name(bytes(row, "name")).reveal());
        var phone = row.getBuffer("phone") == null ? null : vault.open(PHONE, bytes(row, "phone"));
        var traits = new EnumMap<Trait, byte[]>(Trait.class);
        traits.put(
                Trait.NAME_AND_BIRTH,
                trait(Trait.NAME_AND_BIRTH, name, row.getLocalDate("birth_date").toString(), row.getString("sex")));
        if (phone != null) {
            traits.put(Trait.NAME_AND_PHONE, trait(Trait.NAME_AND_PHONE, name, phone));
        }
        traits.putAll(traits(new Document(
                DocumentKind.valueOf(row.getString("identity_kind")),
                row.getString("identity_country"),
                new IdentityNumber(vault.open(NUMBER, bytes(row, "identity_number"))))));
        return traits;
    }

    /** The same by another document. */
    Map<Trait, byte[]> documentTraits(Row row) {
        return traits(new Document(
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("country"),
                new IdentityNumber(vault.open(DOCUMENT, bytes(row, "number")))));
    }

    private Map<Trait, byte[]> traits(Document document) {
        var traits = new EnumMap<Trait, byte[]>(Trait.class);
        var number = document.number().reveal();
        traits.put(Trait.DOCUMENT, index(document));
        if (document.kind() == DocumentKind.OLD_RESIDENT) {
            traits.put(Trait.OLD_NUMBER, trait(Trait.OLD_NUMBER, number));
        }
        if (document.kind() == DocumentKind.RESIDENT) {
            traits.put(
                    Trait.OLD_NUMBER,
                    trait(Trait.OLD_NUMBER, Law.standard().identity().oldForm(number)));
        }
        return traits;
    }

    private byte[] trait(Trait trait, String... parts) {
        return vault.fingerprint((trait + "\n" + String.join("\n", parts)).getBytes(UTF_8));
    }

    /** For who has to tell one person from another: masked. */
    Portrait portrait(Row row) {
        return new Portrait(
                row.getUUID("id"),
                new IdentityNumber(vault.open(NUMBER, bytes(row, "identity_number"))),
                DocumentKind.valueOf(row.getString("identity_kind")),
                name(bytes(row, "name")),
                row.getLocalDate("birth_date"),
                Sex.valueOf(row.getString("sex")),
                row.getBuffer("phone") == null ? null : new PhoneNumber(vault.open(PHONE, bytes(row, "phone"))),
                row.getString("hukou"),
                row.getString("community"),
                row.getLocalDate("registered_on"),
                row.getUUID("survivor_id"));
    }

    private static byte[] bytes(Row row, String column) {
        return row.getBuffer(column).getBytes();
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
                phone(row).orElse(null),
                row.hukou,
                row.community,
                row.survivorId);
    }
}
