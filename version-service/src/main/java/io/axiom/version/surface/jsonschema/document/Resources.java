package io.axiom.version.surface.jsonschema.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What references of a document can lead to: its resources by {@code $id}, their anchors, and pointers from these. */
final class Resources {
    /** The name of the whole document where it states none. */
    static final String ROOT = "";

    private final Map<String, Place> byName = new HashMap<>();
    private final Map<String, Place> byAnchor = new HashMap<>();
    private final Set<String> dynamic = new HashSet<>();
    private final Set<String> dynamicTwice = new HashSet<>();

    Resources(Place root) {
        byName.put(ROOT, root);
    }

    /** Notes the names a schema gives itself and answers the resource its inner references start from. */
    String enter(Place place, String outer, Dialect dialect) {
        String resource = outer;
        String id = text(place, dialect == Dialect.DRAFT_4 ? "id" : "$id");
        if (id != null && id.startsWith("#") && id.length() > 1) {
            byAnchor.putIfAbsent(outer + id, place);
        } else if (id != null && !withoutFragment(id).isEmpty()) {
            resource = absolute(outer, withoutFragment(id));
            byName.putIfAbsent(resource, place);
        }
        String anchor = text(place, "$anchor");
        if (anchor != null) {
            byAnchor.putIfAbsent(resource + "#" + anchor, place);
        }
        String dynamicAnchor = text(place, "$dynamicAnchor");
        if (dynamicAnchor != null) {
            byAnchor.putIfAbsent(resource + "#" + dynamicAnchor, place);
            noteDynamic("#" + dynamicAnchor);
        }
        if (place.node().path("$recursiveAnchor").asBoolean(false)) {
            noteDynamic("#");
        }
        return resource;
    }

    /** Whether the target depends on how one came here: several schemas carry the anchor. */
    boolean isDynamic(String reference) {
        int hash = reference.indexOf('#');
        return dynamicTwice.contains(hash < 0 ? "#" : reference.substring(hash));
    }

    Place find(String reference, String resource, String which, String pointer) {
        int hash = reference.indexOf('#');
        String name = hash < 0 ? reference : reference.substring(0, hash);
        String fragment = hash < 0 ? "" : decoded(reference.substring(hash + 1));
        String target = name.isEmpty() ? resource : absolute(resource, name);
        Place root = byName.get(target);
        if (root == null) {
            root = byName.get(name);
        }
        if (root == null) {
            throw Refusals.external(which, pointer, reference);
        }
        Place found = fragment.isEmpty()
                ? root
                : fragment.startsWith("/") ? root.follow(fragment) : byAnchor.get(target + "#" + fragment);
        if (found == null || !(found.node().isObject() || found.node().isBoolean())) {
            throw Refusals.unresolved(which, pointer, reference);
        }
        return found;
    }

    private void noteDynamic(String anchor) {
        if (!dynamic.add(anchor)) {
            dynamicTwice.add(anchor);
        }
    }

    private static @Nullable String text(Place place, String keyword) {
        return place.node().get(keyword) instanceof tools.jackson.databind.node.StringNode text
                ? text.asString()
                : null;
    }

    private static String withoutFragment(String id) {
        int hash = id.indexOf('#');
        return hash < 0 ? id : id.substring(0, hash);
    }

    private static String absolute(String base, String reference) {
        try {
            URI from = new URI(base);
            // An opaque base such as urn:example:a has no hierarchy to resolve in.
            return from.isOpaque()
                    ? reference
                    : from.resolve(new URI(reference)).toString();
        } catch (URISyntaxException e) {
            return reference;
        }
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }
}
