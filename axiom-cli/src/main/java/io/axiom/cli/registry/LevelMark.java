package io.axiom.cli.registry;

import io.axiom.cli.text.Ink;
import io.axiom.language.version.CompatibilityLevel;

/** One character that says how two versions get along. */
final class LevelMark {
    private LevelMark() {}

    static String of(CompatibilityLevel level, Ink ink) {
        return switch (level) {
            case COMPATIBLE -> ink.good("✔");
            case BREAKING -> ink.bad("✖");
            case DEPRECATED -> ink.busy("!");
            case UNKNOWN -> ink.faint("?");
        };
    }
}
