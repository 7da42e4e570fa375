package io.axiom.runtime.access;

/**
 * The token Axiom's own parts sign and call with; all services of an installation are configured with the same one.
 *
 * @param keyId its id; empty when none is configured
 */
public record SigningKey(String keyId, String token) {
    public static final SigningKey NONE = new SigningKey("", "");

    public boolean configured() {
        return !keyId.isEmpty() && !token.isEmpty();
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "SigningKey[" + keyId + ']';
    }
}
