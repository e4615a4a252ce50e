package dev.dockhand.hardware.gs1;

/** Why GS1 data was refused. The app translates by this code; {@link #text()} is the plain English of it. */
public enum Gs1Reason {
    /** Nothing follows the symbology identifier. */
    EMPTY("there is no data"),
    /** The scan is longer than any GS1 symbol. */
    SCAN_TOO_LONG("the scan is longer than any GS1 symbol"),
    /** More identifiers than any real symbol carries. */
    TOO_MANY_FIELDS("there are more than 64 identifiers"),
    /** No application identifier starts like this. */
    UNKNOWN_IDENTIFIER("no application identifier starts like this"),
    /** The identifier stands there without a value. */
    NO_VALUE("the value is missing"),
    /** The value ends too early. */
    TOO_SHORT("the value is too short"),
    /** The value is longer than the identifier allows. */
    TOO_LONG("the value is too long"),
    /** The value runs into the next identifier: the separator (GS) between them was lost. */
    SEPARATOR_MISSING("the value runs into the next identifier"),
    /** A letter or sign where a digit belongs. */
    NOT_A_DIGIT("something else stands where a digit belongs"),
    /** A character that GS1 does not allow in this field. */
    WRONG_CHARACTER("a character is not allowed here"),
    /** The modulo-10 check digit does not fit. */
    CHECK_DIGIT("the check digit is wrong"),
    /** The number begins with 2 or 02: only the shop that made it knows what it means. */
    IN_STORE("a number of one shop (02, 20 to 29) is no GTIN"),
    /** The pair of check characters does not fit. */
    CHECK_CHARACTERS("the check characters are wrong"),
    /** The GS1 Company Prefix is not four digits or more. */
    COMPANY_PREFIX("the company prefix is not valid"),
    /** There is no such day. */
    DATE("there is no such date"),
    /** There is no such time of day. */
    TIME("there is no such time of day"),
    /** No country has this code. */
    COUNTRY("no country has this code"),
    /** No currency has this code. */
    CURRENCY("no currency has this code"),
    /** The code is in no list that the identifier refers to. */
    CODE("the code is not in its list"),
    /** A percent sign is not followed by two hexadecimal digits. */
    PERCENT_ENCODING("a percent sign is not followed by two hexadecimal digits"),
    /** The value has another form than the identifier asks for. */
    FORM("the value has the wrong form"),
    /** The value is out of its range. */
    RANGE("the value is out of range"),
    /** The same identifier stands there twice with different values. */
    REPEATED("the identifier is there twice with different values"),
    /** Another identifier is missing that must go with this one. */
    PARTNER_MISSING("an identifier that must go with this one is missing"),
    /** Another identifier is there that must not go with this one. */
    PARTNER_BARRED("it must not stand together with another identifier"),
    /** The web address cannot be read. */
    LINK_FORM("the address is not a Digital Link"),
    /** The web address holds no GS1 key. */
    LINK_KEY("the address holds no GS1 key"),
    /** The qualifiers of the key are not the right ones or not in their order. */
    LINK_ORDER("the qualifiers are not in their order"),
    /** The identifier may not stand in the query of a Digital Link. */
    LINK_QUERY("the identifier does not belong into the query of the address");

    private final String text;

    Gs1Reason(String text) {
        this.text = text;
    }

    /** The reason in plain English. */
    public String text() {
        return text;
    }
}
