package io.axiom.version.surface.jar;

import io.axiom.language.RejectedException;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import io.axiom.language.version.surface.SurfaceKind;
import io.axiom.version.surface.SurfaceComparator;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * Compares the public and protected Java API of two jars with japicmp; the rule ids are japicmp's
 * (siom79.github.io/japicmp), with a few of our own where it is silent.
 *
 * <p>A change is breaking when compiled callers no longer link. It is breaking as well when only sources are affected but
 * every caller or implementer must change them: a new abstract method, a new checked exception. Other changes that affect
 * sources only, such as generics, are risky, and so is an annotation that came, went or changed. What a class with
 * supertypes outside the jar and the JDK does is undetermined when the class changed. Additions are safe, but for constants
 * of enums and subclasses of sealed types, which are risky.
 *
 * <p>A multi-release jar is compared as each Java release sees it, and a module by its descriptor. Packages that a module does not
 * export are API none the less: on the class path they can be used. Not looked at: nested jars.
 */
public final class JarComparator implements SurfaceComparator {
    @Override
    public SurfaceKind kind() {
        return SurfaceKind.JAR;
    }

    /**
     * Compares two jars in Base64.
     *
     * @throws io.axiom.language.RejectedException with {@code surface.malformed} or {@code surface.archive-too-large}
     */
    @Override
    public SurfaceComparison compare(String previous, String current) {
        return compare(decode(previous), decode(current));
    }

    /**
     * Compares two jars.
     *
     * @throws io.axiom.language.RejectedException with {@code surface.malformed} or {@code surface.archive-too-large}
     */
    public SurfaceComparison compare(byte[] previous, byte[] current) {
        JarContent before = ArchiveReader.read(previous);
        JarContent now = ArchiveReader.read(current);
        return SurfaceComparison.of(new ReleaseComparison(before, now).changes(JarComparator::classes));
    }

    private static List<SurfaceChange> classes(JarApi before, JarApi now) {
        Supertypes supertypesBefore = new Supertypes(before);
        Supertypes supertypesNow = new Supertypes(now);
        return withoutOurClasses(() -> ComparedClasses.reachable(before, now).stream()
                .flatMap(type -> new ClassChanges(type).list(supertypesBefore, supertypesNow).stream())
                .toList());
    }

    /**
     * japicmp looks for the JDK's classes through the thread's class loader: it must not find ours there. What it throws,
     * it throws because of bytes no compiler wrote.
     */
    private static List<SurfaceChange> withoutOurClasses(Supplier<List<SurfaceChange>> comparison) {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return comparison.get();
        } catch (RejectedException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw ArchiveRefusals.malformed(
                    "its classes cannot be read (" + e.getClass().getSimpleName() + ")");
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw ArchiveRefusals.malformed("the content is not Base64");
        }
    }
}
