package io.axiom.deployment.target;

import io.axiom.language.deployment.Cause;
import java.io.IOException;
import java.util.Locale;

/** An instance could not be started; says why in words for a person. */
public final class InstanceFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Cause reason;

    public InstanceFailure(Cause reason) {
        super(reason.code() + ": " + reason.detail(), null, false, false);
        this.reason = reason;
    }

    InstanceFailure(String code, String detail, String next) {
        this(new Cause(code, detail, next));
    }

    public Cause reason() {
        return reason;
    }

    /** Tells a full disk from other trouble with files. */
    static InstanceFailure of(String instanceId, IOException e) {
        String message = String.valueOf(e.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("disk quota") || lower.contains("file too large")) {
            return new InstanceFailure(
                    "instance.disk-full",
                    "The disk is full: the files of " + instanceId + " could not be written.",
                    "Free space under axiom.home, then retry the deployment.");
        }
        return new InstanceFailure(
                "instance.files",
                "The files of " + instanceId + " could not be written: "
                        + e.getClass().getSimpleName() + ' ' + message,
                "Check the folder axiom.home and its permissions, then retry the deployment.");
    }
}
