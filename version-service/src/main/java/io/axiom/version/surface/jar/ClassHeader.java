package io.axiom.version.surface.jar;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of itself, and the little that japicmp does not look at.
 *
 * @param name binary name with dots
 * @param accessible whether it is public or protected; whether all around it are is another question
 * @param superclass null for {@code java.lang.Object} and modules
 * @param permitted binary names; empty when the class is not sealed
 * @param members number of fields and methods
 * @param overloads the most methods that have one name
 * @param annotations number of annotations on the class and its members, nested ones included
 */
record ClassHeader(
        String name,
        boolean accessible,
        @Nullable String superclass,
        List<String> interfaces,
        List<String> permitted,
        int members,
        int overloads,
        int annotations) {

    Stream<String> supertypes() {
        return superclass == null ? interfaces.stream() : Stream.concat(Stream.of(superclass), interfaces.stream());
    }
}
