package io.axiom.language.migration;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of the data a way back brings back; worse ones come later. */
public enum WayBackGrade {
    /** Nothing is lost, whatever is written in between. */
    @JsonProperty("lossless")
    LOSSLESS("lossless"),
    /** What was there before comes back; what is written later where only the new schema has room for it is lost. */
    @JsonProperty("loses-later-data")
    LOSES_LATER_DATA("loses later data"),
    /** Data that was there before does not come back. */
    @JsonProperty("irreversible")
    IRREVERSIBLE("irreversible");

    private final String words;

    WayBackGrade(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public WayBackGrade worse(WayBackGrade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
