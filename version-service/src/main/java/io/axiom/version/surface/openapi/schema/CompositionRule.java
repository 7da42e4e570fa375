package io.axiom.version.surface.openapi.schema;

import io.axiom.version.surface.openapi.document.Nodes;
import io.axiom.version.surface.openapi.schema.Members.Member;
import io.axiom.version.surface.openapi.schema.Usage.Place;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code allOf}, {@code anyOf}, {@code oneOf} and {@code prefixItems}: members that came or went. */
final class CompositionRule implements SchemaRule {
    @Override
    public void judge(Site site) {
        if (site.pair().nullWrap() != null) {
            return;
        }
        members(site, "prefix-items", site.pair().members("prefixItems"));
        allOf(site, site.pair().members("allOf"));
        unmerged(site);
        if (TypeList.change(site.previous(), site.current()) == null) {
            Wrapping wrapping = Wrapping.of(site);
            choice(site, "anyOf", "any-of", wrapping);
            choice(site, "oneOf", "one-of", wrapping);
        }
    }

    private static void choice(Site site, String keyword, String rule, @Nullable Wrapping wrapping) {
        Members members = site.pair().members(keyword);
        boolean isNew = site.previous().path(keyword).isEmpty();
        if (members.added().isEmpty() || !isNew) {
            members(site, rule, members);
        } else if (wrapping != null && wrapping.keyword().equals(keyword)) {
            wrapped(site, rule, members);
        } else {
            // Alternatives where there were none limit what may be sent; what is received takes a new shape.
            site.report(rule + (site.usage().isRequest() ? "-introduced" : "-added"), null, names(members.added()));
        }
    }

    private static void wrapped(Site site, String rule, Members members) {
        boolean body = site.isRoot() && site.usage().place() == Place.BODY;
        if (rule.equals("one-of") && (body || site.usage().isRequest())) {
            site.report("wrapped-in-one-of", null, names(members.added()));
        }
        if (!body || rule.equals("any-of")) {
            site.report(rule + "-added", null, names(members.added()));
        }
    }

    private static void members(Site site, String rule, Members members) {
        if (!members.added().isEmpty()) {
            site.report(rule + "-added", null, names(members.added()));
        }
        if (!members.removed().isEmpty()) {
            site.report(rule + "-removed", names(members.removed()), null);
        }
    }

    /** Parts were compared one by one; what they say together may still be different. */
    private static void unmerged(Site site) {
        boolean parts = AllOf.isIn(site.previous()) || AllOf.isIn(site.current());
        if (parts && site.usage().graph().current().flattens()) {
            site.report("all-of-not-merged", null, null);
        }
    }

    private static void allOf(Site site, Members members) {
        SchemaGraph graph = site.usage().graph();
        for (boolean idle : new boolean[] {false, true}) {
            String end = idle ? "-annotation-only" : "";
            List<Member> added = demanding(members.added(), graph.current(), idle);
            if (!added.isEmpty()) {
                site.report("all-of-added" + end, null, names(added));
            }
            List<Member> removed = demanding(members.removed(), graph.previous(), idle);
            if (!removed.isEmpty()) {
                site.report("all-of-removed" + end, names(removed), null);
            }
        }
    }

    private static List<Member> demanding(List<Member> members, SchemaSource source, boolean nothing) {
        return members.stream()
                .filter(member -> Contract.demandsNothing(source.schema(member.node())) == nothing)
                .toList();
    }

    private static String names(List<Member> members) {
        return members.stream().map(CompositionRule::name).collect(Collectors.joining(", "));
    }

    private static String name(Member member) {
        String reference = Nodes.reference(member.node());
        if (reference != null) {
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        String title = member.node().path("title").asString("");
        return title.isEmpty() ? "alternative " + (member.index() + 1) : title;
    }
}
