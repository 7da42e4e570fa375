package io.axiom.version.surface.openapi.rule;

import java.util.List;
import java.util.Map;

/**
 * What may change in one schema, judged for what clients send (request) and for what they receive (response): what widens
 * the one breaks the other. The id is the place and the first cell, for example {@code request-body-max-decreased}.
 */
final class SchemaRules {
    private static final List<String> REQUEST =
            List.of("request-body", "request-property", "request-parameter", "request-parameter-property");

    private static final List<String> RESPONSE = List.of("response-body", "response-property", "response-header");

    private static final String VALUES = """
            became-nullable        | safe     | breaking   | {it} may now be null
            became-not-nullable    | breaking | safe       | {it} may no longer be null
            type-generalized       | safe     | breaking   | the type of {it} went from {from} to {to}, which takes in more
            type-specialized       | breaking | safe       | the type of {it} went from {from} to {to}, which takes in less
            type-compatible        | safe     | safe       | the type of {it} went from {from} to {to}, which reads the same on the wire
            type-changed           | breaking | breaking   | the type of {it} went from {from} to {to}
            list-of-types-widened  | safe     | breaking   | {it} may now also be of type {to}
            list-of-types-narrowed | breaking | safe       | {it} may no longer be of type {from}
            became-enum            | breaking | safe       | {it} is now limited to listed values
            enum-removed           | safe     | breaking/risky | {it} is no longer limited to listed values
            enum-value-added       | +safe    | breaking/risky | {it} may now be {to}
            enum-value-removed     | breaking | safe       | {it} may no longer be {from}
            x-extensible-enum-value-removed | breaking | safe | {it} may no longer be {from}
            const-added            | breaking | safe       | {it} must now be {to}
            const-removed          | safe     | breaking   | {it} need no longer be {from}
            const-changed          | breaking | breaking   | {it} must now be {to}, not {from}
            pattern-added          | breaking | safe       | {it} must now match {to}
            pattern-removed        | safe     | risky/safe | {it} need no longer match {from}
            pattern-changed        | risky    | risky/safe | {it} must now match {to} instead of {from}
            pattern-generalized    | safe     | risky/safe | {it} may now be any text
            default-value-added    | safe     | safe       | {it} now has the default {to}
            default-value-removed  | safe     | safe       | {it} no longer has the default {from}
            default-value-changed  | safe     | safe       | the default of {it} went from {from} to {to}
            content-media-type-changed | breaking | breaking | the content media type of {it} went from {from} to {to}
            content-encoding-changed   | breaking | breaking | the content encoding of {it} went from {from} to {to}
            content-schema-added   | breaking | safe       | the content of {it} now has a schema
            content-schema-removed | safe     | breaking   | the content of {it} no longer has a schema
            xml-changed            | breaking | breaking   | {it} is written differently in XML
            keyword-changed        | undetermined | undetermined | {it} uses "{name}", which is not understood, differently
            too-deep               | undetermined | undetermined | {it} is nested too deep to be compared
            """;

    private static final String STRUCTURE = """
            all-of-added         | breaking | safe     | {it} must now also match {to}
            all-of-removed       | risky    | breaking/safe | {it} need no longer match {from}
            all-of-added-annotation-only   | safe | safe | {it} has one more part, which demands nothing
            all-of-removed-annotation-only | safe | safe | {it} has one part less, which demanded nothing
            all-of-not-merged    | undetermined | undetermined | {it} has parts (allOf) that cannot be merged, so they were only compared one by one
            any-of-added         | +safe    | breaking/safe | {it} may now also be {to}
            any-of-removed       | breaking | safe     | {it} may no longer be {from}
            any-of-introduced    | breaking | safe     | {it} must now match one of several alternatives
            one-of-added         | +safe    | breaking | {it} may now also be {to}
            one-of-removed       | breaking | safe     | {it} may no longer be {from}
            one-of-introduced    | breaking | safe     | {it} must now match exactly one of several alternatives
            wrapped-in-one-of    | breaking | breaking | {it} must now match exactly one of several alternatives
            prefix-items-added   | safe     | breaking | {it} describes more leading items: {to}
            prefix-items-removed | breaking | safe     | {it} describes fewer leading items: {from}
            items-added          | breaking | safe     | the items of {it} must now match a schema
            items-removed        | safe     | breaking | the items of {it} need no longer match a schema
            not-added            | breaking | safe     | {it} now excludes values
            not-removed          | safe     | breaking | {it} no longer excludes values
            not-changed          | undetermined | undetermined | what {it} excludes is different
            if-added             | breaking | safe     | {it} now has a condition
            if-removed           | safe     | breaking | {it} no longer has a condition
            if-changed           | undetermined | undetermined | the condition of {it} is different
            then-added           | breaking | safe     | {it} must now match more where its condition holds
            then-removed         | safe     | breaking | {it} need match less where its condition holds
            else-added           | breaking | safe     | {it} must now match more where its condition fails
            else-removed         | safe     | breaking | {it} need match less where its condition fails
            contains-added       | breaking | safe     | {it} must now contain an item that matches
            contains-removed     | safe     | breaking | {it} need no longer contain an item that matches
            dependent-required-added   | breaking | safe | {it} with "{name}" must now also have {to}
            dependent-required-removed | safe | breaking | {it} with "{name}" need no longer have {from}
            dependent-required-changed | breaking | breaking | {it} with "{name}" must now have {to}, not {from}
            dependent-schema-added   | breaking | safe | {it} with "{name}" must now match a schema
            dependent-schema-removed | safe | breaking | {it} with "{name}" need no longer match a schema
            pattern-property-added   | breaking | safe | properties of {it} named like {name} must now match a schema
            pattern-property-removed | safe | breaking | properties of {it} named like {name} need no longer match a schema
            property-names-added     | breaking | safe | the property names of {it} must now match a schema
            property-names-removed   | safe | breaking | the property names of {it} need no longer match a schema
            unevaluated-items-added        | breaking | safe | further items of {it} are now limited
            unevaluated-items-removed      | safe | breaking | further items of {it} are no longer limited
            unevaluated-properties-added   | breaking | safe | further properties of {it} are now limited
            unevaluated-properties-removed | safe | breaking | further properties of {it} are no longer limited
            additional-properties-forbidden | breaking | safe | {it} may no longer have further properties
            additional-properties-allowed   | safe | safe | {it} may now have further properties
            additional-properties-schema-added   | breaking | safe | further properties of {it} must now match a schema
            additional-properties-schema-removed | safe | breaking | further properties of {it} need no longer match a schema
            discriminator-added           | safe | safe | {it} now has a discriminator
            discriminator-removed         | safe | safe | {it} no longer has a discriminator
            discriminator-property-name-changed | breaking/safe | breaking/safe | the discriminator of {it} went from {from} to {to}
            discriminator-mapping-added   | safe | safe | the discriminator of {it} now knows {to}
            discriminator-mapping-deleted | safe | safe | the discriminator of {it} no longer lists {from}
            discriminator-mapping-changed | safe | safe | the discriminator value "{name}" of {it} went from {from} to {to}
            """;

    /** Upper and lower limits: the word for the limit, then what it limits. */
    private static final Map<String, String> UPPER = Map.of(
            "max", "maximum",
            "exclusive-max", "exclusive maximum",
            "max-length", "greatest length",
            "max-items", "greatest number of items",
            "max-properties", "greatest number of properties",
            "max-contains", "greatest number of matching items");

    private static final Map<String, String> LOWER = Map.of(
            "min", "minimum",
            "exclusive-min", "exclusive minimum",
            "min-length", "smallest length",
            "min-items", "smallest number of items",
            "min-properties", "smallest number of properties",
            "min-contains", "smallest number of matching items");

    private static final String OTHER_LIMITS = """
            multiple-of-set         | breaking | safe     | {it} must now be a multiple of {to}
            multiple-of-unset       | safe     | breaking | {it} need no longer be a multiple of {from}
            multiple-of-generalized | safe     | breaking | {it} must now be a multiple of {to} only, not of {from}
            multiple-of-specialized | breaking | safe     | {it} must now be a multiple of {to}, not just of {from}
            multiple-of-changed     | breaking | breaking | {it} must now be a multiple of {to}, not of {from}
            unique-items-required   | breaking | safe     | the items of {it} must now be unique
            unique-items-not-required | safe   | breaking | the items of {it} need no longer be unique
            """;

    private static final String LIFECYCLE = """
            deprecated                | safe | safe | {it} is deprecated
            deprecated-with-sunset    | safe | safe | {it} is deprecated and goes on {to}
            deprecated-sunset-missing | breaking | breaking | {it} is deprecated without the sunset date the policy asks for
            deprecated-sunset-invalid | breaking | breaking | the sunset date {to} of {it} is no date
            sunset-date-too-small     | breaking | breaking | the sunset date {to} of {it} is sooner than the policy allows
            reactivated               | safe | safe | {it} is no longer deprecated
            stability-decreased       | breaking | breaking | the stability of {it} went down from {from} to {to}
            stability-increased       | safe | safe | the stability of {it} went up from {from} to {to}
            """;

    private SchemaRules() {}

    static void addTo(Map<String, Rule> rules) {
        for (String table : List.of(VALUES, STRUCTURE, OTHER_LIMITS, LIFECYCLE)) {
            RuleTable.rows(table).forEach(row -> add(rules, row.get(0), row.get(1), row.get(2), row.get(3)));
        }
        UPPER.forEach((limit, words) -> limit(rules, limit, words, "decreased", "increased"));
        LOWER.forEach((limit, words) -> limit(rules, limit, words, "increased", "decreased"));
        // Where every parameter is text on the wire, a change of the type inside an object may not be seen at all.
        replace(rules, "request-parameter-property-type-changed", "risky");
        replace(rules, "request-parameter-default-value-added", "breaking");
        replace(rules, "request-parameter-default-value-removed", "breaking");
        replace(rules, "request-parameter-default-value-changed", "breaking");
    }

    private static void limit(Map<String, Rule> rules, String limit, String words, String narrower, String wider) {
        add(rules, limit + "-set", "breaking/risky", "safe", "{it} now has a " + words + ": {to}");
        add(rules, limit + "-unset", "safe", "breaking", "{it} no longer has a " + words + "; it was {from}");
        String went = "the " + words + " of {it} went from {from} to {to}";
        add(rules, limit + "-" + narrower, "breaking", "safe", went);
        add(rules, limit + "-" + wider, "safe", "breaking", went);
    }

    private static void add(Map<String, Rule> rules, String suffix, String request, String response, String sentence) {
        REQUEST.forEach(place -> RuleTable.put(rules, Rule.of(place + "-" + suffix, request, sentence + ".")));
        RESPONSE.forEach(place -> RuleTable.put(rules, Rule.of(place + "-" + suffix, response, sentence + ".")));
    }

    private static void replace(Map<String, Rule> rules, String id, String judgement) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalStateException("No rule " + id);
        }
        rules.put(id, Rule.of(id, judgement, rule.sentence()));
    }
}
