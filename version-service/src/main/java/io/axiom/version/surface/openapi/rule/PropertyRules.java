package io.axiom.version.surface.openapi.rule;

import java.util.Map;

/** What may change about the properties an object has; ids that do not follow the pattern of {@link SchemaRules}. */
final class PropertyRules {
    private static final String REQUEST = """
            request-property-removed                   | risky    | {it} is no longer listed; it is ignored when sent.
            request-property-refused                   | breaking | {it} is no longer listed, and unlisted properties are refused.
            new-required-request-property              | breaking | {it} is new and required.
            new-required-request-property-with-default | breaking | {it} is new and required; its default does not help clients that validate.
            new-optional-request-property              | +safe    | {it} is new and optional.
            request-property-became-required           | breaking | {it} is now required.
            request-property-became-required-with-default | breaking | {it} is now required; its default does not help clients that validate.
            request-property-became-optional           | safe     | {it} is no longer required.
            request-parameter-property-removed         | risky    | {it} is no longer listed.
            request-parameter-property-refused         | breaking | {it} is no longer listed, and unlisted properties are refused.
            new-required-request-parameter-property    | breaking | {it} is new and required.
            new-optional-request-parameter-property    | +safe    | {it} is new and optional.
            request-parameter-property-became-required | breaking | {it} is now required.
            request-parameter-property-became-optional | safe     | {it} is no longer required.
            new-required-request-header-property       | breaking | {it} is new and required.
            request-header-property-became-required    | breaking | {it} is now required.
            request-header-property-became-enum        | breaking | {it} is now limited to listed values.
            request-optional-property-became-read-only      | safe | {it} may no longer be sent.
            request-optional-property-became-not-read-only  | safe | {it} may now be sent.
            request-required-property-became-read-only      | safe | {it} may no longer be sent.
            request-required-property-became-not-read-only  | safe | {it} may now be sent.
            request-optional-property-became-write-only     | safe | {it} is now only sent, never received.
            request-optional-property-became-not-write-only | safe | {it} is now received too.
            request-required-property-became-write-only     | safe | {it} is now only sent, never received.
            request-required-property-became-not-write-only | safe | {it} is now received too.
            request-read-only-property-enum-value-removed      | safe | {it} may no longer be {from}; it is never sent.
            request-read-only-property-max-decreased           | safe | the maximum of {it} went from {from} to {to}; it is never sent.
            request-read-only-property-min-increased           | safe | the minimum of {it} went from {from} to {to}; it is never sent.
            request-read-only-property-exclusive-max-decreased | safe | the exclusive maximum of {it} went from {from} to {to}; it is never sent.
            request-read-only-property-exclusive-min-increased | safe | the exclusive minimum of {it} went from {from} to {to}; it is never sent.
            request-read-only-property-max-length-decreased    | safe | the greatest length of {it} went from {from} to {to}; it is never sent.
            """;

    private static final String RESPONSE = """
            response-required-property-removed            | breaking | {it} was always there and is no longer listed.
            response-required-write-only-property-removed | safe     | {it} is no longer listed; it was never received.
            response-optional-property-removed            | risky    | {it} is no longer listed.
            response-optional-write-only-property-removed | safe     | {it} is no longer listed; it was never received.
            response-required-property-added              | +safe    | {it} is new and always there.
            response-required-write-only-property-added   | safe     | {it} is new; it is never received.
            response-optional-property-added              | +safe    | {it} is new.
            response-optional-write-only-property-added   | safe     | {it} is new; it is never received.
            response-property-became-optional             | breaking | {it} may now be missing.
            response-write-only-property-became-optional  | safe     | {it} may now be missing; it is never received.
            response-property-became-required             | safe     | {it} is now always there.
            response-write-only-property-became-required  | safe     | {it} is now required; it is never received.
            response-write-only-property-enum-value-added | safe     | {it} may now be {to}; it is never received.
            response-optional-property-became-read-only      | safe  | {it} may no longer be sent.
            response-optional-property-became-not-read-only  | safe  | {it} may now be sent.
            response-required-property-became-read-only      | safe  | {it} may no longer be sent.
            response-required-property-became-not-read-only  | safe  | {it} may now be sent.
            response-optional-property-became-write-only     | risky/safe | {it} is no longer received.
            response-optional-property-became-not-write-only | safe  | {it} is now received.
            response-required-property-became-write-only     | safe  | {it} is no longer received.
            response-required-property-became-not-write-only | risky | {it} is now received.
            response-mediatype-enum-value-removed            | safe  | {it} may no longer be {from}.
            """;

    private PropertyRules() {}

    static void addTo(Map<String, Rule> rules) {
        RuleTable.add(rules, REQUEST);
        RuleTable.add(rules, RESPONSE);
    }
}
