package io.axiom.version.changelog;

import io.axiom.version.commits.Reference;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a repository on the web.
 *
 * @param base for example {@code https://github.com/octo/tools}, without a slash at the end
 */
public record WebLinks(String base, Site site) {
    /** Kinds of server, by where their pages are. Gitea and Forgejo have theirs where GitHub has. */
    public enum Site {
        GITHUB,
        GITLAB,
        BITBUCKET
    }

    /** {@code git@host:owner/name.git}; the other forms are URLs. */
    private static final Pattern SCP = Pattern.compile("(?:[^@/:]+@)?([A-Za-z0-9.-]+):([^/:][^:]*)");

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");

    /**
     * The pages of the repository a remote URL leads to; empty when its host is none whose pages are known.
     *
     * @param remote of any form Git takes
     */
    public static Optional<WebLinks> ofRemote(String remote) {
        Matcher scp = SCP.matcher(remote);
        String url = scp.matches() ? "ssh://" + scp.group(1) + '/' + scp.group(2) : remote;
        return uri(url).filter(found -> siteOf(host(found)) != null).flatMap(found -> https(found, -1));
    }

    /**
     * The pages at a given address.
     *
     * @param address an https URL; http is taken too, for servers inside a company
     */
    public static Optional<WebLinks> given(String address) {
        return uri(address)
                .filter(found -> "https".equals(found.getScheme()) || "http".equals(found.getScheme()))
                .flatMap(found -> https(found, found.getPort())
                        .map(links ->
                                new WebLinks(links.base().replaceFirst("^https", found.getScheme()), links.site())));
    }

    public String commit(String id) {
        return base
                + (site == Site.GITLAB ? "/-/commit/" : site == Site.BITBUCKET ? "/commits/" : "/commit/")
                + encoded(id);
    }

    /** What happened from one tag or commit to another. */
    public String compare(String after, String upTo) {
        return switch (site) {
            case GITHUB -> base + "/compare/" + encoded(after) + "..." + encoded(upTo);
            case GITLAB -> base + "/-/compare/" + encoded(after) + "..." + encoded(upTo);
            case BITBUCKET -> base + "/branches/compare/" + encoded(upTo) + ".." + encoded(after);
        };
    }

    /** Null for what is no issue's number, or lies in a repository of which only the name is known. */
    @Nullable
    String issue(Reference reference) {
        boolean isNumber =
                !reference.issue().isEmpty() && reference.issue().chars().allMatch(c -> c >= '0' && c <= '9');
        boolean halfNamed = (reference.owner() == null) != (reference.repository() == null);
        if (!isNumber || halfNamed) {
            return null;
        }
        URI here = URI.create(base);
        String place = reference.owner() == null
                ? base
                : here.getScheme() + "://" + here.getAuthority() + '/' + encoded(reference.owner()) + '/'
                        + encoded(String.valueOf(reference.repository()));
        return place + (site == Site.GITLAB ? "/-/issues/" : "/issues/") + reference.issue();
    }

    private static Optional<WebLinks> https(URI uri, int port) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String plain = path.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        if (!HOST.matcher(host(uri)).matches() || !PATH.matcher(plain).matches()) {
            return Optional.empty();
        }
        Site site = siteOf(host(uri));
        String base = "https://" + host(uri).toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port) + plain;
        return Optional.of(new WebLinks(base, site == null ? Site.GITHUB : site));
    }

    private static @Nullable Site siteOf(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        for (Site site : Site.values()) {
            String word = site.name().toLowerCase(Locale.ROOT);
            if (name.startsWith(word + '.') || name.contains('.' + word + '.')) {
                return site;
            }
        }
        return null;
    }

    private static String host(URI uri) {
        return uri.getHost() == null ? "" : uri.getHost();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
