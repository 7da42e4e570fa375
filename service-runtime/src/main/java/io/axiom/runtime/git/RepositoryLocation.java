package io.axiom.runtime.git;

import io.axiom.language.RejectedException;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Where a repository is. Printed, it never shows a user or password. */
public sealed interface RepositoryLocation {

    /** What may be shown, stored and logged: without a user, password or token. */
    String display();

    /** On this machine: a bare repository, a worktree, or a linked worktree. */
    record Local(Path path) implements RepositoryLocation {
        @Override
        public String display() {
            return path.toString();
        }
    }

    /** To be mirrored. Holds what the URL says about the user. */
    record Remote(URIish url) implements RepositoryLocation {
        @Override
        public String display() {
            // The user of ssh is an account's name and part of the address; that of https may be a token.
            boolean keepUser = isSsh() && url.getPass() == null;
            return url.setPass(null).setUser(keepUser ? url.getUser() : null).toASCIIString();
        }

        boolean isSsh() {
            return url.getScheme() == null || url.getScheme().equals("ssh");
        }

        @Override
        public String toString() {
            return display();
        }
    }

    /**
     * Reads an absolute path, a URL, or what scp takes ({@code git@host:owner/name.git}).
     *
     * @throws RejectedException {@code git.location-invalid} or {@code git.scheme-refused}
     */
    static RepositoryLocation parse(String text, Set<String> schemes) {
        LocationRules.checkText(text);
        if (text.startsWith("/")) {
            return new Local(path(text));
        }
        URIish url = url(text);
        String scheme =
                url.getScheme() == null ? scpScheme(text, url) : url.getScheme().toLowerCase(Locale.ROOT);
        if (scheme == null) {
            throw GitRefusals.location("It is neither an absolute path nor a URL");
        }
        if (!schemes.contains(scheme)) {
            throw GitRefusals.scheme(scheme, schemes);
        }
        LocationRules.checkUrl(url, scheme);
        return new Remote(url);
    }

    /** {@code ssh} for {@code host:path}, which has no slash before its colon; null for a relative path. */
    private static @Nullable String scpScheme(String text, URIish url) {
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        boolean isScp = url.getHost() != null && colon > 0 && (slash < 0 || colon < slash);
        return isScp ? "ssh" : null;
    }

    private static Path path(String text) {
        try {
            return Path.of(text).normalize();
        } catch (InvalidPathException e) {
            throw GitRefusals.location("It is no path");
        }
    }

    private static URIish url(String text) {
        int helper = text.indexOf("::");
        int end = text.indexOf('/');
        if (helper > 0 && (end < 0 || helper < end)) {
            // Git would start the program git-remote-<helper>; "ext::" runs any command.
            throw GitRefusals.scheme(text.substring(0, helper) + "::", Set.of());
        }
        try {
            int scheme = Math.max(0, text.indexOf("://"));
            return new URIish(text.substring(0, scheme).toLowerCase(Locale.ROOT) + text.substring(scheme));
        } catch (URISyntaxException e) {
            throw GitRefusals.location("It is no URL");
        }
    }
}
