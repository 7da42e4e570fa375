package io.axiom.version.surface.jar;

/** How much there is to compare; each member costs a thousand times the bytes it takes in a class file. */
final class ApiSize {
    private static final int MOST_MEMBERS_OF_A_CLASS = 4_000;
    private static final int MOST_MEMBERS = 150_000;
    private static final int MOST_ANNOTATIONS = 150_000;

    private int members;
    private int annotations;

    void add(ClassHeader header) {
        members += header.members();
        annotations += header.annotations();
        if (header.members() > MOST_MEMBERS_OF_A_CLASS) {
            throw ArchiveRefusals.tooLarge("the class " + ArchiveRefusals.shown(header.name()) + " has more than "
                    + MOST_MEMBERS_OF_A_CLASS + " fields and methods");
        }
        if (members > MOST_MEMBERS) {
            throw ArchiveRefusals.tooLarge("its classes have more than " + MOST_MEMBERS + " fields and methods");
        }
        if (annotations > MOST_ANNOTATIONS) {
            throw ArchiveRefusals.tooLarge("its classes have more than " + MOST_ANNOTATIONS + " annotations");
        }
    }
}
