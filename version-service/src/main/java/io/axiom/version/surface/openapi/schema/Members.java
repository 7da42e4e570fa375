package io.axiom.version.surface.openapi.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The members of a list of schemas ({@code oneOf} and its like) before and after: which belong together, which do not. */
record Members(List<Match> matched, List<Member> removed, List<Member> added) {
    static final Members NONE = new Members(List.of(), List.of(), List.of());

    record Match(Member previous, Member current) {}

    /** One member as it stands in the list, at its index from 0. */
    record Member(int index, JsonNode node) {}
}
