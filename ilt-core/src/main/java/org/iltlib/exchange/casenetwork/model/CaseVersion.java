package org.iltlib.exchange.casenetwork.model;

/** The versions of the standard. */
public enum CaseVersion {
    /** CASE 1.0 (1EdTech, 2017). */
    V1_0("1.0", "v1p0"),
    /** CASE 1.1 (1EdTech, 2025). */
    V1_1("1.1", "v1p1");

    private final String number;
    private final String pathPart;

    CaseVersion(String number, String pathPart) {
        this.number = number;
        this.pathPart = pathPart;
    }

    /** Such as {@code 1.1}. */
    public String number() {
        return number;
    }

    /** The part of an address that names the version, such as {@code v1p1}. */
    public String pathPart() {
        return pathPart;
    }

    /** Whether this is that version or a later one. */
    public boolean isAtLeast(CaseVersion other) {
        return compareTo(other) >= 0;
    }

    /** The number. */
    @Override
    public String toString() {
        return number;
    }
}
