package io.axiom.migration.sql;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How the text of a dialect falls into tokens and statements: the set of what is special about it. */
public final class Lexis {
    /** What differs between dialects when text is cut. */
    public enum Feature {
        /** A comment in a comment counts (PostgreSQL). */
        NESTED_COMMENTS,
        /** {@code --1} is arithmetic, {@code -- 1} a comment (MySQL). */
        DASH_COMMENT_NEEDS_SPACE,
        /** {@code #} to the end of the line is a comment (MySQL). */
        HASH_COMMENTS,
        /** What stands in <code>/*! … *&#47;</code> is executed (MySQL; MariaDB's <code>/*M!</code> too). */
        VERSIONED_COMMENTS,
        /** {@code $tag$ … $tag$} is a string (PostgreSQL). */
        DOLLAR_QUOTES,
        /** A backslash escapes in every string (MySQL). */
        BACKSLASH_ESCAPES,
        /** A backslash escapes in {@code E'…'} (PostgreSQL). */
        ESCAPE_STRINGS,
        /** {@code "…"} is a string, not a name (MySQL). */
        DOUBLE_QUOTED_STRINGS,
        /** A name may stand in backticks (MySQL, SQLite). */
        BACKTICK_NAMES,
        /** {@code [name]} is a name (SQLite). */
        BRACKET_NAMES,
        /** Routines have a body {@code BEGIN … END} of many statements (MySQL, SQLite's triggers). */
        BLOCK_BODIES,
        /** Routines may have a body {@code BEGIN ATOMIC … END} (PostgreSQL 14). */
        ATOMIC_BODIES,
        /** The line {@code DELIMITER $$} is an order to the client (MySQL). */
        DELIMITER_COMMAND,
        /** Lines of data follow {@code COPY … FROM STDIN;} up to {@code \.} (psql). */
        COPY_DATA,
        /** A line {@code GO} ends a batch, and nothing else does (SQL Server's clients). */
        GO_BATCHES
    }

    /** PostgreSQL where {@code standard_conforming_strings} is on, as it is since 9.1. */
    public static final Lexis POSTGRESQL = of(EnumSet.of(
            Feature.NESTED_COMMENTS,
            Feature.DOLLAR_QUOTES,
            Feature.ESCAPE_STRINGS,
            Feature.ATOMIC_BODIES,
            Feature.COPY_DATA));

    /** MySQL and MariaDB with their default {@code sql_mode}. */
    public static final Lexis MYSQL = of(EnumSet.of(
            Feature.DASH_COMMENT_NEEDS_SPACE,
            Feature.HASH_COMMENTS,
            Feature.VERSIONED_COMMENTS,
            Feature.BACKSLASH_ESCAPES,
            Feature.DOUBLE_QUOTED_STRINGS,
            Feature.BACKTICK_NAMES,
            Feature.BLOCK_BODIES,
            Feature.DELIMITER_COMMAND));

    public static final Lexis SQLITE =
            of(EnumSet.of(Feature.BACKTICK_NAMES, Feature.BRACKET_NAMES, Feature.BLOCK_BODIES));

    private final Set<Feature> features;

    private Lexis(Set<Feature> features) {
        this.features = features;
    }

    public static Lexis of(Set<Feature> features) {
        return new Lexis(features.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(features)));
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }
}
