package io.axiom.language.migration;

import org.jspecify.annotations.Nullable;

/**
 * Where migration-service finds what it connects with. References only: the secrets themselves are in no command and no event.
 *
 * @param user the user's name; null for the one the URL or the server says
 * @param password {@code env:NAME} for an environment variable of migration-service, {@code file:/path} for a file it may read;
 *     null for none
 */
public record DatabaseCredentials(
        @Nullable String user, @Nullable String password) {
    public static final DatabaseCredentials NONE = new DatabaseCredentials(null, null);
}
