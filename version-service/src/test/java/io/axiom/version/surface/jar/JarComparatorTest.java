package io.axiom.version.surface.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

class JarComparatorTest {
    private static final JarComparator COMPARATOR = new JarComparator();

    /** Body of {@code shop.Cart} before and now, the rule expected and its judgement. */
    static Stream<Arguments> changesOfAClass() {
        return Stream.of(
                change("public void pay() {}", "", "METHOD_REMOVED", Judgement.BREAKING),
                change("public void pay() {}", "void pay() {}", "METHOD_LESS_ACCESSIBLE", Judgement.BREAKING),
                change(
                        "public int pay() { return 0; }",
                        "public long pay() { return 0; }",
                        "METHOD_RETURN_TYPE_CHANGED",
                        Judgement.BREAKING),
                change(
                        "public void pay(int sum) {}",
                        "public void pay(long sum) {}",
                        "METHOD_REMOVED",
                        Judgement.BREAKING),
                change("public void pay() {}", "public final void pay() {}", "METHOD_NOW_FINAL", Judgement.BREAKING),
                change("public void pay() {}", "public static void pay() {}", "METHOD_NOW_STATIC", Judgement.BREAKING),
                change(
                        "public void pay() {}",
                        "public void pay() throws java.io.IOException {}",
                        "METHOD_NOW_THROWS_CHECKED_EXCEPTION",
                        Judgement.BREAKING),
                change(
                        "public void pay() throws java.io.IOException {}",
                        "public void pay() {}",
                        "METHOD_NO_LONGER_THROWS_CHECKED_EXCEPTION",
                        Judgement.RISKY),
                change(
                        "public java.util.List<String> items() { return null; }",
                        "public java.util.List<Integer> items() { return null; }",
                        "METHOD_RETURN_TYPE_GENERICS_CHANGED",
                        Judgement.RISKY),
                change("public int count;", "", "FIELD_REMOVED", Judgement.BREAKING),
                change("public int count;", "public long count;", "FIELD_TYPE_CHANGED", Judgement.BREAKING),
                change("public int count;", "public final int count = 1;", "FIELD_NOW_FINAL", Judgement.BREAKING),
                change(
                        "public static final int MOST = 1;",
                        "public static final int MOST = 2;",
                        "CONSTANT_VALUE_CHANGED",
                        Judgement.RISKY),
                change(
                        "public Cart(int size) {} public Cart() {}",
                        "public Cart() {}",
                        "CONSTRUCTOR_REMOVED",
                        Judgement.BREAKING),
                change(
                        "public void pay() {}",
                        "@Deprecated public void pay() {}",
                        "ANNOTATION_DEPRECATED_ADDED",
                        Judgement.SAFE),
                change("", "public void pay() {}", "METHOD_ADDED", Judgement.SAFE),
                change("", "public int count;", "FIELD_ADDED", Judgement.SAFE),
                change(
                        "public Cart() {}",
                        "public Cart() {} public Cart(int size) {}",
                        "CONSTRUCTOR_ADDED",
                        Judgement.SAFE),
                change("void pay() {}", "public void pay() {}", "METHOD_MORE_ACCESSIBLE", Judgement.SAFE));
    }

    @ParameterizedTest
    @MethodSource("changesOfAClass")
    void aChangeOfAMemberIsJudged(String before, String now, String rule, Judgement judgement) {
        SurfaceComparison comparison = compare(cart(before), cart(now));

        assertThat(comparison.changes()).anySatisfy(change -> {
            assertThat(change.rule()).isEqualTo(rule);
            assertThat(change.judgement()).isEqualTo(judgement);
        });
        assertThat(comparison.verdict()).isEqualTo(judgement);
    }

    /** Whole types before and now, the rule expected and its judgement. */
    static Stream<Arguments> changesOfTypes() {
        return Stream.of(
                change("public class A {}", "class A {}", "CLASS_NO_LONGER_PUBLIC", Judgement.BREAKING),
                change("public class A {}", "public final class A {}", "CLASS_NOW_NOT_EXTENDABLE", Judgement.BREAKING),
                change("public class A {}", "public abstract class A {}", "CLASS_NOW_ABSTRACT", Judgement.BREAKING),
                change("public class A {}", "public interface A {}", "CLASS_TYPE_CHANGED", Judgement.BREAKING),
                change(
                        "public class A implements Runnable { public void run() {} }",
                        "public class A { public void run() {} }",
                        "INTERFACE_REMOVED",
                        Judgement.BREAKING),
                change(
                        "public class A {}",
                        "public class A implements java.io.Serializable {}",
                        "INTERFACE_ADDED",
                        Judgement.SAFE),
                change(
                        "public class A<T> {}",
                        "public class A<T extends Number> {}",
                        "CLASS_GENERIC_TEMPLATE_CHANGED",
                        Judgement.RISKY),
                change(
                        "public interface A {}",
                        "public interface A { void pay(); }",
                        "METHOD_ADDED_TO_INTERFACE",
                        Judgement.BREAKING),
                change(
                        "public interface A {}",
                        "public interface A { default void pay() {} }",
                        "METHOD_ADDED",
                        Judgement.SAFE),
                change(
                        "public abstract class A {}",
                        "public abstract class A { public abstract void pay(); }",
                        "METHOD_ABSTRACT_ADDED_TO_CLASS",
                        Judgement.BREAKING),
                change("public enum A { ONE }", "public enum A { ONE, TWO }", "ENUM_CONSTANT_ADDED", Judgement.RISKY),
                change("public enum A { ONE, TWO }", "public enum A { ONE }", "FIELD_REMOVED", Judgement.BREAKING),
                change(
                        "public interface A { final class B implements A {} }",
                        "public sealed interface A { final class B implements A {} }",
                        "CLASS_NOW_SEALED",
                        Judgement.BREAKING),
                change(
                        "public record A(int one) {}",
                        "public record A(int one, int two) {}",
                        "CONSTRUCTOR_REMOVED",
                        Judgement.BREAKING),
                change("class A {}", "public class A {}", "CLASS_MORE_ACCESSIBLE", Judgement.SAFE));
    }

    @ParameterizedTest
    @MethodSource("changesOfTypes")
    void aChangeOfATypeIsJudged(String before, String now, String rule, Judgement judgement) {
        SurfaceComparison comparison = compare(shop(before), shop(now));

        assertThat(comparison.changes()).anySatisfy(change -> {
            assertThat(change.rule()).isEqualTo(rule);
            assertThat(change.judgement()).isEqualTo(judgement);
        });
        assertThat(comparison.verdict()).isEqualTo(judgement);
    }

    /** What looks like a change of a type hurts nobody where others cannot extend or name it. */
    static Stream<Arguments> changesThatHurtNobody() {
        return Stream.of(
                Arguments.of("public class A { A() {} }", "public final class A { A() {} }"),
                Arguments.of(
                        "public abstract class A { A() {} }", "public abstract class A { A() {} abstract void b(); }"),
                Arguments.of("public final class A { protected void b() {} }", "public final class A { void b() {} }"),
                Arguments.of(
                        "public class A { private int b; void c() {} }",
                        "public class A { private long b; void c(int d) {} }"),
                Arguments.of(
                        "public class A { private A(int b) {} }",
                        "public class A { private A(java.util.List<String> b) {} }"),
                Arguments.of("public class A {}", "public class A { Runnable b() { return () -> {}; } }"));
    }

    @ParameterizedTest
    @MethodSource("changesThatHurtNobody")
    void aChangeThatNobodyCanSeeIsNone(String before, String now) {
        assertThat(compare(shop(before), shop(now)).changes()).isEmpty();
    }

    @Test
    void aNewMethodOfASealedTypeAsksNobodyToImplementIt() {
        SurfaceComparison comparison = compare(
                shop("public sealed interface A { record B() implements A {} }"),
                shop("public sealed interface A { int c(); record B(int c) implements A {} }"));

        assertThat(comparison.changes())
                .extracting(SurfaceChange::rule)
                .contains("METHOD_ADDED")
                .doesNotContain("METHOD_ADDED_TO_INTERFACE");
    }

    @Test
    void whatAPublicClassInheritsFromAHiddenOneIsApi() {
        String sub = " public class A extends Hidden {}";
        SurfaceComparison added =
                compare(shop("class Hidden {}", sub), shop("class Hidden { public void b() {} }", sub));
        SurfaceComparison removed =
                compare(shop("class Hidden { public void b() {} }", sub), shop("class Hidden {}", sub));

        assertThat(added.changes()).extracting(SurfaceChange::path).containsExactly("shop.Hidden#b()");
        assertThat(added.adds()).isTrue();
        assertThat(removed.verdict()).isEqualTo(Judgement.BREAKING);
    }

    @Test
    void anAnnotationThatChangedIsNamed() {
        SurfaceComparison comparison = compare(
                shop(
                        "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface A { int value(); }",
                        "package shop; public class B { @A(1) public void c() {} }"),
                shop(
                        "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface A { int value(); }",
                        "package shop; public class B { @A(2) public void c() {} }"));

        assertThat(comparison.changes())
                .containsExactly(new SurfaceChange(
                        "ANNOTATION_MODIFIED",
                        Judgement.RISKY,
                        "shop.B#c()",
                        "@shop.A(value=1)",
                        "@shop.A(value=2)",
                        false,
                        "The method shop.B#c() changed its annotation @shop.A; what reads it may behave differently."));
    }

    @Test
    void aRemovedClassIsToldOnceAndNotMemberByMember() {
        byte[] before = JarOfSources.of(
                "package shop; public class A { public void pay() {} }", "package shop; public class B {}");
        byte[] now = JarOfSources.of("package shop; public class B {}");

        assertThat(COMPARATOR.compare(before, now).changes())
                .containsExactly(new SurfaceChange(
                        "CLASS_REMOVED",
                        Judgement.BREAKING,
                        "shop.A",
                        "public class shop.A",
                        null,
                        false,
                        "The type shop.A was removed."));
        assertThat(COMPARATOR.compare(now, before).changes())
                .containsExactly(new SurfaceChange(
                        "CLASS_ADDED",
                        Judgement.SAFE,
                        "shop.A",
                        null,
                        "public class shop.A",
                        true,
                        "The type shop.A is new."));
    }

    @Test
    void aChangeNamesTheMemberAndShowsBothDeclarations() {
        SurfaceComparison comparison = compare(
                cart("public int total(String of) { return 0; }"),
                cart("protected int total(String of) { return 0; }"));

        assertThat(comparison.changes())
                .containsExactly(new SurfaceChange(
                        "METHOD_LESS_ACCESSIBLE",
                        Judgement.BREAKING,
                        "shop.Cart#total(java.lang.String)",
                        "public int total(java.lang.String)",
                        "protected int total(java.lang.String)",
                        false,
                        "The method shop.Cart#total(java.lang.String) is less accessible."));
    }

    @Test
    void whatIsNotPublicIsNotApi() {
        String before = "class Hidden { public static class Inner { public void a() {} } public void b() {} }";

        assertThat(compare(shop(before + " "), shop("class Hidden {}")).changes())
                .isEmpty();
        assertThat(compare(cart("private int a; void b() {}"), cart("")).changes())
                .isEmpty();
        assertThat(compare(cart("public int a() { return 1; }"), cart("public int a() { return 2; }"))
                        .changes())
                .isEmpty();
    }

    @Test
    void aJarComparedWithItselfHasNoChanges() {
        byte[] jar = JarOfSources.of(
                "package shop; public abstract class A<T extends Comparable<T>> implements Runnable {"
                        + " protected T value; public static final String NAME = \"a\"; @Deprecated public void b(T... more) {} }",
                "package shop; public enum B { ONE { void x() {} }, TWO; void x() {} }",
                "package shop; public record C(int a, java.util.List<? super String> b) {}",
                "package shop; public sealed interface D permits D.E { record E() implements D {} }");
        String base64 = Base64.getEncoder().encodeToString(jar);

        assertThat(COMPARATOR.compare(base64, base64)).isEqualTo(SurfaceComparison.of(java.util.List.of()));
    }

    /** Jars of the class path of this test, made by others. */
    @ParameterizedTest
    @ValueSource(classes = {Nullable.class, AssertionFailedError.class, Property.class, ParameterizedTest.class})
    void realJarsComparedWithThemselvesHaveNoChanges(Class<?> type) throws Exception {
        byte[] jar = Files.readAllBytes(
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));

        assertThat(COMPARATOR.compare(jar, jar).changes()).isEmpty();
    }

    @Test
    void base64MayBeCutIntoLines() {
        String base64 = Base64.getMimeEncoder().encodeToString(cart(""));

        assertThat(COMPARATOR.compare(base64, base64).changes()).isEmpty();
    }

    @Test
    void aChangedClassWithASupertypeThatIsNotThereIsUndetermined() {
        byte[] before = withoutBase("public class Cart extends Base { public void pay() {} }");
        byte[] now = withoutBase("public class Cart extends Base { public void pay() {} public void clear() {} }");

        SurfaceComparison comparison = COMPARATOR.compare(before, now);

        assertThat(comparison.verdict()).isEqualTo(Judgement.UNDETERMINED);
        assertThat(comparison.changes().getFirst().rule()).isEqualTo("SUPERTYPE_UNRESOLVED");
        assertThat(comparison.changes().getFirst().sentence()).contains("shop.Base");
        assertThat(comparison.adds()).isTrue();
        assertThat(COMPARATOR.compare(before, before).changes()).isEmpty();
    }

    @Test
    void anotherSupertypeThatIsNotThereIsNeverSafe() {
        byte[] before = withoutBase("public class Cart extends Base {}");
        byte[] now = withoutBase("public class Cart extends OtherBase {}");

        assertThat(COMPARATOR.compare(before, now).verdict()).isGreaterThanOrEqualTo(Judgement.UNDETERMINED);
    }

    @Test
    void classesOfTheApplicationThatComparesAreNotSeen() {
        byte[] before =
                JarOfSources.of("package shop; public class Cart extends org.assertj.core.api.Condition<String> {}");
        byte[] now = JarOfSources.of(
                "package shop; public class Cart extends org.assertj.core.api.Condition<String> { public void pay() {} }");

        assertThat(COMPARATOR.compare(before, now).verdict()).isEqualTo(Judgement.UNDETERMINED);
    }

    private static byte[] withoutBase(String source) {
        Map<String, byte[]> classes = new TreeMap<>(JarOfSources.classes(
                "package shop; public " + source.substring("public ".length()),
                "package shop; public class Base {}",
                "package shop; public class OtherBase {}"));
        classes.remove("shop/Base.class");
        classes.remove("shop/OtherBase.class");
        return JarOfSources.zip(classes);
    }

    private static SurfaceComparison compare(byte[] before, byte[] now) {
        return COMPARATOR.compare(before, now);
    }

    private static byte[] cart(String body) {
        return JarOfSources.of("package shop; public class Cart { " + body + " }");
    }

    private static byte[] shop(String... units) {
        return JarOfSources.of(Stream.of(units)
                .map(unit -> unit.startsWith("package") ? unit : "package shop; " + unit)
                .toArray(String[]::new));
    }

    private static Arguments change(String before, String now, String rule, Judgement judgement) {
        return Arguments.of(before, now, rule, judgement);
    }
}
