package io.axiom.version.surface.jar;

/** The end of a ZIP archive (APPNOTE 4.3.16): without it the archive is cut off, however intact its beginning. */
final class CentralDirectory {
    private static final int SIZE = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRIES_AT = 10;
    private static final int MANY = 0xFFFF;

    private CentralDirectory() {}

    /** Refuses an archive without an end, or with an end that counts other entries than were read. */
    static void check(byte[] archive, int entriesRead) {
        int first = Math.max(0, archive.length - SIZE - LONGEST_COMMENT);
        for (int at = archive.length - SIZE; at >= first; at--) {
            if (isSignature(archive, at)) {
                int entries = twoBytes(archive, at + ENTRIES_AT);
                if (entries == entriesRead || entries == MANY) {
                    return;
                }
                throw ArchiveRefusals.malformed(
                        "its directory lists " + entries + " entries, but it has " + entriesRead);
            }
        }
        throw ArchiveRefusals.malformed("it has no directory at its end, so it is cut off or no archive at all");
    }

    private static boolean isSignature(byte[] archive, int at) {
        return archive[at] == 'P' && archive[at + 1] == 'K' && archive[at + 2] == 5 && archive[at + 3] == 6;
    }

    private static int twoBytes(byte[] archive, int at) {
        return (archive[at] & 0xFF) | (archive[at + 1] & 0xFF) << 8;
    }
}
