package io.axiom.language.deployment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.axiom.language.migration.WayBackGrade;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of the migrations a release brought along when the release is taken back: the worst way back that is gone. */
public enum SchemaRollback {
    /** None: the schema stays as it is. */
    @JsonProperty("keep")
    KEEP,
    /** Only where nothing is lost, and that is proven. */
    @JsonProperty("lossless")
    LOSSLESS,
    /** Also where data is lost that was written since, for which only the new schema has room. */
    @JsonProperty("loses-later-data")
    LOSES_LATER_DATA,
    /** Also where data that was there before does not come back, or the way back is not proven. */
    @JsonProperty("irreversible")
    IRREVERSIBLE;

    /** What is done where nothing is said. */
    public static SchemaRollback orLossless(@Nullable SchemaRollback asked) {
        return asked == null ? LOSSLESS : asked;
    }

    /** As it is written in requests, for example {@code loses-later-data}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The worst grade accepted; empty for none. */
    public Optional<WayBackGrade> accepts() {
        return switch (this) {
            case KEEP -> Optional.empty();
            case LOSSLESS -> Optional.of(WayBackGrade.LOSSLESS);
            case LOSES_LATER_DATA -> Optional.of(WayBackGrade.LOSES_LATER_DATA);
            case IRREVERSIBLE -> Optional.of(WayBackGrade.IRREVERSIBLE);
        };
    }
}
