package org.iltlib.custody;

import org.iltlib.base.Checks;
import org.iltlib.base.PersonId;
import org.immutables.value.Value;

/**
 * Who asks for identifiable data, and why. Whether the person is who they say, and has that role, is for the application
 * to know. Immutable.
 */
@Value.Immutable
public abstract class AccessRequest {
    AccessRequest() {}

    /** Who asks; an id of the directory or of the application, never a name. */
    public abstract PersonId by();

    /** As what they ask: {@code counsellor}, {@code vendor}. */
    public abstract String role();

    /** For which of the policy's purposes, by its name; empty if none was stated, which is refused. */
    public abstract String purpose();

    /** Why they need it, in words that name no person: the legitimate interest of 34 CFR 99.32(a)(3). */
    public abstract String interest();

    /** A request of that person, in that role, for that purpose and with that interest. */
    public static AccessRequest of(PersonId by, String role, String purpose, String interest) {
        return ImmutableAccessRequest.builder()
                .by(by)
                .role(role)
                .purpose(purpose)
                .interest(interest)
                .build();
    }

    /** Checks role and interest. */
    @Value.Check
    void check() {
        Checks.id(role(), "role");
        Checks.text(interest(), "interest");
    }
}
