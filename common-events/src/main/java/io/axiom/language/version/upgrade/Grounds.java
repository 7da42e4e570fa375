package io.axiom.language.version.upgrade;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a judgement of compatibility rests on, in growing weight: where there is something heavier, the lighter does not count. */
public enum Grounds {
    /** The numbers (semver.org), and whether the version is still one to use. */
    RULE,
    /** What was found in surfaces and commits, or noted as breaking when a version was created. */
    DETECTED,
    /** What someone declared. */
    DECLARED,
    /** What tests showed. */
    TESTED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
