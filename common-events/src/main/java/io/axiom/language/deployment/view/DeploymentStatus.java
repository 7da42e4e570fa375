package io.axiom.language.deployment.view;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The words users see, on every surface. */
public enum DeploymentStatus {
    PENDING_APPROVAL,
    IN_PROGRESS,
    PAUSED,
    ROLLING_BACK,
    COMPLETED,
    ROLLED_BACK,
    FAILED;

    /** As the source document writes it: {@code rolled_back}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more happens by itself. */
    public boolean ended() {
        return this == COMPLETED || this == ROLLED_BACK || this == FAILED;
    }
}
