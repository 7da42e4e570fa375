package io.axiom.language;

/** What an actor may do; each role includes those before it. SERVICE is Axiom's own parts acting for a person or a policy. */
public enum Role {
    VIEWER,
    OPERATOR,
    APPROVER,
    ADMIN,
    SERVICE;

    public boolean includes(Role required) {
        return ordinal() >= required.ordinal();
    }
}
