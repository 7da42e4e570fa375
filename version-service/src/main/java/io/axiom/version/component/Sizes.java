package io.axiom.version.component;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.json.Json;
import io.axiom.language.version.CommitEntry;
import io.axiom.language.version.VersionEvent.VersionCreated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much a version may say in its event, which has to fit into one Kafka record (1 MiB with its headers by default). */
final class Sizes {
    static final int LARGEST_EVENT = 768 * 1024;
    static final int LARGEST_COMMITS = 256 * 1024;

    private Sizes() {}

    /** The newest commits, as many as fit. */
    static List<CommitEntry> fitting(List<CommitEntry> commits) {
        List<CommitEntry> fitting = new ArrayList<>();
        int bytes = 0;
        for (CommitEntry commit : commits) {
            bytes += Json.mapper().writeValueAsBytes(commit).length + 1;
            if (bytes > LARGEST_COMMITS) {
                break;
            }
            fitting.add(commit);
        }
        return fitting;
    }

    static void check(VersionCreated created) {
        int bytes = Json.mapper().writeValueAsBytes(created).length;
        if (bytes > LARGEST_EVENT) {
            throw new RejectedException(new Rejection(
                    "version.too-large",
                    Rejection.Kind.TOO_LARGE,
                    "What is said about " + created.component() + " " + created.version() + " has " + bytes
                            + " bytes, more than " + LARGEST_EVENT + ".",
                    "Shorten the changelog, and link to what is longer.",
                    Map.of("component", created.component(), "version", created.version())));
        }
    }
}
