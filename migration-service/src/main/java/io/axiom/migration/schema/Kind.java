package io.axiom.migration.schema;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sorts of schema objects, in the order in which they are created when nothing else decides. */
public enum Kind {
    SCHEMA("schema", false),
    EXTENSION("extension", false),
    ENUM("enum", false),
    RANGE("range type", false),
    COMPOSITE("composite type", false),
    DOMAIN("domain", false),
    SEQUENCE("sequence", false),
    FUNCTION("function", false),
    PROCEDURE("procedure", false),
    TABLE("table", false),
    COLUMN("column", true),
    CHECK("check constraint", true),
    /** Primary key, unique or exclusion constraint. */
    KEY("key", true),
    INDEX("index", true),
    FOREIGN_KEY("foreign key", true),
    VIEW("view", false),
    MATERIALIZED_VIEW("materialized view", false),
    RULE("rule", true),
    TRIGGER("trigger", true),
    POLICY("policy", true),
    STATISTICS("statistics", false),
    EVENT_TRIGGER("event trigger", false),
    GRANT("grant", true),
    /** What a snapshot names but cannot rebuild. */
    OTHER("other", false);

    private static final Map<String, Kind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(Kind::word, Function.identity()));

    /** The words, longest first, so that a text beginning with one is read right. */
    static final List<String> BY_LENGTH = Arrays.stream(values())
            .map(Kind::word)
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private final String word;
    private final boolean owned;

    Kind(String word, boolean owned) {
        this.word = word;
        this.owned = owned;
    }

    public String word() {
        return word;
    }

    /** Whether it is part of a table or view. */
    public boolean owned() {
        return owned;
    }

    static Kind of(String word) {
        Kind kind = BY_WORD.get(word);
        if (kind == null) {
            throw new IllegalArgumentException("There is no kind of schema object called '" + word + "'");
        }
        return kind;
    }
}
