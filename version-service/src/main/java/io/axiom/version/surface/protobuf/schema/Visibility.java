package io.axiom.version.surface.protobuf.schema;

import io.axiom.version.surface.protobuf.syntax.ProtoFile;
import io.axiom.version.surface.protobuf.syntax.ProtoFile.Import;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one file sees: itself, what it imports, and what those import publicly.
 *
 * @param given files of the surface
 * @param wellKnown files of Protobuf itself
 * @param missing imports that are neither
 */
record Visibility(Set<String> given, Set<String> wellKnown, Set<String> missing) {

    static Visibility of(ProtoFile file, Map<String, ProtoFile> files) {
        Visibility visibility = new Visibility(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        visibility.given.add(file.name());
        Deque<String> pending = new ArrayDeque<>();
        file.imports().forEach(imported -> pending.add(imported.file()));
        while (!pending.isEmpty()) {
            String name = pending.remove();
            ProtoFile imported = files.get(name);
            if (imported == null) {
                (WellKnownTypes.isWellKnown(name) ? visibility.wellKnown : visibility.missing).add(name);
            } else if (visibility.given.add(name)) {
                pending.addAll(publicImports(imported));
            }
        }
        return visibility;
    }

    static Set<String> publicImports(ProtoFile file) {
        return file.imports().stream()
                .filter(Import::isPublic)
                .map(Import::file)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
