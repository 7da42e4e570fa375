package io.axiom.version.surface.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.axiom.language.RejectedException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostileJarTest {
    private static final JarComparator COMPARATOR = new JarComparator();
    private static final byte[] GOOD = JarOfSources.of("package shop; public class Cart {}");

    @Test
    void aJarCutOffAnywhereIsRefused() {
        IntStream.range(0, GOOD.length)
                .forEach(length -> assertRefused(Arrays.copyOf(GOOD, length), "surface.malformed"));
    }

    @Test
    void whatIsNoJarIsRefused() {
        assertRefused(new byte[0], "surface.malformed");
        assertRefused("PK".getBytes(StandardCharsets.UTF_8), "surface.malformed");
        assertRefused(
                "no archive at all, but long enough to be one".getBytes(StandardCharsets.UTF_8), "surface.malformed");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> COMPARATOR.compare("*** not Base64 ***", ""))
                .satisfies(e -> assertThat(e.rejection().code()).isEqualTo("surface.malformed"));
    }

    @Test
    void bytesThatAreNoClassAreRefused() {
        assertRefused(JarOfSources.zip(Map.of("a/B.class", new byte[] {1, 2, 3})), "surface.malformed");
        byte[] real = JarOfSources.classes("package shop; public class Cart { public int a(int b) { return b; } }")
                .get("shop/Cart.class");
        byte[] cut = Arrays.copyOf(real, real.length / 2);
        assertRefused(JarOfSources.zip(Map.of("shop/Cart.class", cut)), "surface.malformed");
    }

    @Test
    void aFlippedByteInAClassNeverEscapesAsAnotherError() {
        byte[] real = JarOfSources.classes("package shop; public class Cart<T> implements Runnable {"
                        + " public static final long A = 1; @Deprecated public <X extends T> X a(X b) { return b; }"
                        + " public void run() {} }")
                .get("shop/Cart.class");
        for (int at = 0; at < real.length; at++) {
            byte[] broken = real.clone();
            broken[at] ^= 0x55;
            byte[] jar = JarOfSources.zip(Map.of("shop/Cart.class", broken));
            try {
                COMPARATOR.compare(jar, jar);
            } catch (RejectedException e) {
                assertThat(e.rejection().code()).startsWith("surface.");
            }
        }
    }

    @Test
    void aBombIsRefusedByWhatComesOutOfIt() {
        byte[] zeros = new byte[8 * 1024 * 1024];
        assertRefused(JarOfSources.zip(Map.of("data.bin", zeros)), "surface.archive-too-large");
        assertRefused(JarOfSources.zip(Map.of("a/A.class", zeros)), "surface.archive-too-large");
    }

    @Test
    void tooManyEntriesAreRefused() {
        Map<String, byte[]> entries = new TreeMap<>();
        IntStream.range(0, 20_001).forEach(i -> entries.put("e" + i, new byte[0]));

        assertRefused(JarOfSources.zip(entries), "surface.archive-too-large");
    }

    @Test
    void pathsThatLeadOutAreRefused() {
        Stream.of("../a/B.class", "a/../../B.class", "/a/B.class", "a\\B.class")
                .forEach(path -> assertRefused(JarOfSources.zip(Map.of(path, new byte[0])), "surface.malformed"));
    }

    @Test
    void aClassThatInheritsFromItselfIsRefused() {
        Map<String, byte[]> one =
                JarOfSources.classes("package shop; public class A {}", "package shop; public class B extends A {}");
        Map<String, byte[]> other =
                JarOfSources.classes("package shop; public class A extends B {}", "package shop; public class B {}");

        byte[] circle = JarOfSources.zip(
                Map.of("shop/A.class", other.get("shop/A.class"), "shop/B.class", one.get("shop/B.class")));

        assertRefused(circle, "surface.malformed");
    }

    @Test
    void aLongChainOfSuperclassesIsRefused() {
        String[] chain = IntStream.range(0, 300)
                .mapToObj(i -> "package shop; public class C" + i + (i == 0 ? "" : " extends C" + (i - 1)) + " {}")
                .toArray(String[]::new);

        assertRefused(JarOfSources.of(chain), "surface.malformed");
    }

    @Test
    void thousandsOfOverloadsAreCompared() {
        byte[] jar =
                JarOfSources.zip(Map.of("shop/Cart.class", overloads("shop.Cart", "java.lang.Object", 1_000, "C")));

        assertThat(COMPARATOR.compare(jar, jar).changes()).isEmpty();
    }

    @Test
    void moreMembersThanAnyoneWritesAreRefused() {
        assertRefused(
                JarOfSources.zip(Map.of("shop/Cart.class", overloads("shop.Cart", "java.lang.Object", 4_001, "C"))),
                "surface.archive-too-large");
    }

    @Test
    void annotationsNestedForEverAreRefused() {
        byte[] nested = ClassFile.of().build(ClassDesc.of("shop.Cart"), type -> {
            AnnotationValue value = AnnotationValue.ofInt(1);
            for (int i = 0; i < 1_000; i++) {
                value = AnnotationValue.ofArray(value);
            }
            type.with(RuntimeVisibleAnnotationsAttribute.of(
                    Annotation.of(ClassDesc.of("shop.Mark"), AnnotationElement.of("value", value))));
        });

        assertRefused(JarOfSources.zip(Map.of("shop/Cart.class", nested)), "surface.malformed");
    }

    /** For each new abstract method japicmp takes apart each superclass anew. */
    @Test
    void superclassesThatMultiplyTheWorkAreRefused() {
        Map<String, byte[]> before = new TreeMap<>();
        Map<String, byte[]> now = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            String superclass = i == 0 ? "java.lang.Object" : "shop.C" + (i - 1);
            before.put("shop/C" + i + ".class", overloads("shop.C" + i, superclass, 100, "Old" + i));
            now.put("shop/C" + i + ".class", overloads("shop.C" + i, superclass, 100, "New" + i));
        }

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> COMPARATOR.compare(JarOfSources.zip(before), JarOfSources.zip(now)))
                .satisfies(e -> assertThat(e.rejection().code()).isEqualTo("surface.archive-too-large"));
    }

    private static byte[] overloads(String name, String superclass, int count, String parameter) {
        return ClassFile.of().build(ClassDesc.of(name), type -> {
            type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT);
            type.withSuperclass(ClassDesc.of(superclass));
            for (int i = 0; i < count; i++) {
                type.withMethod(
                        "pay",
                        MethodTypeDesc.of(ConstantDescs.CD_void, ClassDesc.of("shop." + parameter + "x" + i)),
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT,
                        method -> {});
            }
        });
    }

    private static void assertRefused(byte[] jar, String code) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> COMPARATOR.compare(GOOD, jar))
                .satisfies(e -> assertThat(e.rejection().code()).isEqualTo(code));
    }
}
