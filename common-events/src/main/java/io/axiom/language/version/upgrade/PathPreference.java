package io.axiom.language.version.upgrade;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of several ways is the better one. */
public enum PathPreference {
    FEWEST_HOPS,
    LOWEST_RISK;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PathPreference> ofWord(String word) {
        return Arrays.stream(values())
                .filter(preference -> preference.word().equals(word))
                .findFirst();
    }
}
