package io.axiom.version.component;

import io.axiom.language.RejectedException;
import io.axiom.version.component.ComponentState.Registered;
import java.util.Map;

/** Finds versions by what users call them. */
final class Versions {
    private Versions() {}

    /** The version of this number, or the refusal that there is none. */
    static Entry require(Registered component, String version) {
        return component
                .versions()
                .find(NextNumber.parse(version))
                .orElseThrow(() -> new RejectedException(Refusals.versionNotFound(component.component(), version)));
    }

    /** The result of a decision about one version. */
    static Map<String, String> resultOf(Registered component, Entry entry) {
        return Map.of("component", component.component(), "version", entry.version());
    }
}
