package io.axiom.version.surface.jar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles Java sources in memory into the classes of a real jar. */
final class JarOfSources {
    private static final Pattern PACKAGE = Pattern.compile("package ([a-z.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record) (\\w+)");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** One for all, as it is slow to find the classes of the JDK. */
    private static final JavaFileManager JDK = COMPILER.getStandardFileManager(null, null, null);

    private JarOfSources() {}

    static byte[] of(String... sources) {
        return zip(classes(sources));
    }

    static Map<String, byte[]> classes(String... sources) {
        Map<String, ByteArrayOutputStream> output = new TreeMap<>();
        var files = new ForwardingJavaFileManager<>(JDK) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {
                    @Override
                    public ByteArrayOutputStream openOutputStream() {
                        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                        output.put(className.replace('.', '/') + ".class", bytes);
                        return bytes;
                    }
                };
            }
        };
        List<SimpleJavaFileObject> units =
                Stream.of(sources).map(JarOfSources::unit).toList();
        boolean compiled = COMPILER.getTask(null, files, null, List.of("-proc:none", "-nowarn"), null, units)
                .call();
        if (!compiled) {
            throw new AssertionError("The sources of the test do not compile.");
        }
        Map<String, byte[]> classes = new TreeMap<>();
        output.forEach((path, bytes) -> classes.put(path, bytes.toByteArray()));
        return classes;
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static SimpleJavaFileObject unit(String source) {
        String name = find(PACKAGE, source).replace('.', '/') + "/" + find(TYPE, source);
        return new SimpleJavaFileObject(URI.create("source:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static String find(Pattern pattern, String source) {
        Matcher matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in " + source);
        }
        return matcher.group(1);
    }
}
