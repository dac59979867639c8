package org.lingbao.transfer.transfer.domain;

import java.util.regex.Pattern;

/** The bank account of the new place's agency, to which the money goes (开户银行、银行账号): bank and number, at most 100 characters. */
public record Payee(String value) {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}\\p{Zs}()（）·.,，-]{1,100}");

    /** @throws IllegalArgumentException when it cannot be a bank's name and an account's number */
    public Payee {
        if (value.isBlank() || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a bank and an account number");
        }
    }
}
