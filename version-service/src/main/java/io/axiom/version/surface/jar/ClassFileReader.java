package io.axiom.version.surface.jar;

import static io.axiom.version.surface.jar.ClassConstants.unsigned;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Modifier;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks through a class file (JVMS 4) and believes no length in it, for javassist, which japicmp parses with, allocates
 * whatever an attribute claims to have. Attributes that are not API are left out of the copy that is handed on.
 */
final class ClassFileReader {
    private static final int MAGIC = 0xCAFEBABE;

    private static final Set<String> KEPT = Set.of(
            "AnnotationDefault",
            "ConstantValue",
            "Deprecated",
            "EnclosingMethod",
            "Exceptions",
            "InnerClasses",
            "RuntimeInvisibleAnnotations",
            "RuntimeVisibleAnnotations",
            "Signature",
            "Synthetic");

    private final ByteBuffer in;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private final ClassConstants constants;
    private final AnnotationReader annotations = new AnnotationReader();
    private final List<String> permitted = new ArrayList<>();
    private int copied;
    private int flags;
    private int overloads;
    private String name = "";

    private ClassFileReader(ByteBuffer in) {
        this.in = in;
        if (in.getInt() != MAGIC) {
            throw new IllegalArgumentException("no class file");
        }
        in.getInt();
        this.constants = ClassConstants.read(in);
    }

    static ApiClass read(String path, byte[] bytes) {
        try {
            return new ClassFileReader(ByteBuffer.wrap(bytes)).read();
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw ArchiveRefusals.malformed(ArchiveRefusals.shown(path) + " is no class file");
        }
    }

    private ApiClass read() {
        flags = unsigned(in);
        name = constants.className(unsigned(in));
        int superclassAt = unsigned(in);
        String superclass = superclassAt == 0 ? null : constants.className(superclassAt);
        List<String> interfaces = classNames();
        int members = members() + members();
        attributes();
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("more bytes than the class has");
        }
        ClassHeader header = new ClassHeader(
                name,
                (flags & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0,
                superclass,
                interfaces,
                List.copyOf(permitted),
                members,
                overloads,
                annotations.count());
        return new ApiClass(header, copy.toByteArray());
    }

    private int members() {
        int count = unsigned(in);
        Map<Integer, Integer> byName = new HashMap<>();
        for (int i = 0; i < count; i++) {
            in.getShort();
            overloads = Math.max(overloads, byName.merge(unsigned(in), 1, Integer::sum));
            in.getShort();
            attributes();
        }
        return count;
    }

    private void attributes() {
        copy.write(in.array(), copied, in.position() - copied);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int count = unsigned(in);
        int keptCount = 0;
        for (int i = 0; i < count; i++) {
            int start = in.position();
            String attribute = constants.text(unsigned(in));
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("an attribute longer than the class");
            }
            int end = in.position() + length;
            if (attribute != null && KEPT.contains(attribute)) {
                keptCount++;
                kept.write(in.array(), start, end - start);
            }
            check(attribute == null ? "" : attribute);
            in.position(end);
        }
        copy.write(keptCount >> 8);
        copy.write(keptCount);
        copy.writeBytes(kept.toByteArray());
        copied = in.position();
    }

    private void check(String attribute) {
        switch (attribute) {
            case "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations" -> annotations.annotations(in);
            case "AnnotationDefault" -> annotations.value(in);
            case "PermittedSubclasses" -> permitted.addAll(classNames());
            case "InnerClasses" -> innerClasses();
            default -> {}
        }
    }

    /** A class inside another has its own access here; in its head it is public when it is protected. */
    private void innerClasses() {
        int count = unsigned(in);
        for (int i = 0; i < count; i++) {
            boolean itself = constants.className(unsigned(in)).equals(name);
            in.getInt();
            int access = unsigned(in);
            flags = itself ? access : flags;
        }
    }

    private List<String> classNames() {
        int count = unsigned(in);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(constants.className(unsigned(in)));
        }
        return names;
    }
}
