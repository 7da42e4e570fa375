package io.axiom.language.migration;

import org.jspecify.annotations.Nullable;

/**
 * Why a migration failed, for the person who reads it at night.
 *
 * @param statement its number from 1; null where none had begun
 * @param state what state the database is in
 * @param next what to do
 */
public record RunFailure(
        String code, String detail, @Nullable Integer statement, String state, String next) {}
