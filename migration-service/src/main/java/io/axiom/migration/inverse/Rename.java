package io.axiom.migration.inverse;

/**
 * A rename found by comparing what was there before a statement and after it.
 *
 * @param sentence in words, for the reasons of a grade
 * @param back the statement that takes it back
 * @param forward the statement that does it again
 */
record Rename(String sentence, String back, String forward) {}
