package io.axiom.version.resolution;

/** Whether a version may be chosen. */
public enum Standing {
    USABLE,
    /** Chosen only when nothing else fits, as deprecated versions are. */
    DISCOURAGED,
    /** Never chosen unless pinned, as yanked versions and those past their end of life are. */
    EXCLUDED
}
