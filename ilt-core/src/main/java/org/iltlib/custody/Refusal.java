package org.iltlib.custody;

/** Why a request for identifiable data is refused. Refusing is what happens unless a policy says otherwise. */
public enum Refusal {
    /** No purpose was stated. */
    NO_PURPOSE("No purpose was stated."),
    /** The purpose is not one of the policy's. */
    PURPOSE_NOT_REGISTERED("The purpose is not registered."),
    /** The purpose is not open to that role. */
    ROLE_NOT_ALLOWED("The purpose is not open to this role."),
    /** The purpose does not reach data of this sort. */
    HOLDING_NOT_ALLOWED("The purpose does not reach data of this sort.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** One sentence for the person who asked. */
    public String sentence() {
        return sentence;
    }
}
