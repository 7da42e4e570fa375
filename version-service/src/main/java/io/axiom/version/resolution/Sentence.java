package io.axiom.version.resolution;

/**
 * A statement about versions, apart as grammar has it so that two can be joined well.
 *
 * @param component whose versions the subject is; negative when it is not of a single component
 */
record Sentence(int component, String subject, String predicate) {
    static final int SEVERAL = -1;

    @Override
    public String toString() {
        return subject + " " + predicate;
    }
}
