package io.axiom.version.surface.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a jar is for single Java releases, and as a module. */
class ReleasesAndModulesTest {
    private static final String CART = "package shop; public class Cart { public void pay() {} }";
    private static final String NO_PAY = "package shop; public class Cart { }";

    @Test
    void classesForLaterReleasesAreCompared() {
        byte[] before = jar(true, CART, Map.of(11, CART));
        byte[] now = jar(true, CART, Map.of(11, NO_PAY));
        SurfaceComparison comparison = compare(before, now);
        assertThat(comparison.verdict()).isEqualTo(Judgement.BREAKING);
        assertThat(comparison.changes()).extracting(SurfaceChange::rule).containsExactly("METHOD_REMOVED");
        assertThat(comparison.changes().getFirst().sentence()).startsWith("From Java 11 on: ");
        assertThat(compare(before, before).changes()).isEmpty();
    }

    @Test
    void whatAllReleasesLoseIsToldOnce() {
        assertThat(compare(jar(true, CART, Map.of()), jar(true, NO_PAY, Map.of(11, NO_PAY, 17, NO_PAY)))
                        .changes())
                .extracting(SurfaceChange::rule)
                .containsExactly("METHOD_REMOVED");
    }

    @Test
    void withoutBeingAMultiReleaseJarTheyAreNotSeen() {
        assertThat(compare(jar(false, CART, Map.of(11, CART)), jar(false, CART, Map.of(11, NO_PAY)))
                        .changes())
                .isEmpty();
        assertThat(compare(jar(true, NO_PAY, Map.of(11, CART)), jar(false, NO_PAY, Map.of(11, CART)))
                        .verdict())
                .isEqualTo(Judgement.BREAKING);
    }

    @Test
    void moreReleasesThanAreComparedAreUndetermined() {
        Map<Integer, String> releases = new TreeMap<>();
        IntStream.range(9, 20).forEach(release -> releases.put(release, CART));
        assertThat(compare(jar(true, CART, Map.of()), jar(true, CART, releases)).verdict())
                .isEqualTo(Judgement.UNDETERMINED);
    }

    @Test
    void packagesNoLongerExportedBreak() {
        byte[] before = module("shop", it -> it.exports(PackageDesc.of("shop"), 0));
        byte[] now = module("shop", it -> it.exports(PackageDesc.of("shop"), 0, ModuleDesc.of("friend")));
        assertThat(rules(before, module("shop", it -> {}))).containsExactly("MODULE_EXPORT_REMOVED breaking");
        assertThat(rules(before, now)).containsExactly("MODULE_EXPORT_REMOVED breaking");
        assertThat(rules(now, before)).containsExactly("MODULE_EXPORT_ADDED safe");
    }

    @Test
    void whatAModuleIsCalledRequiresAndOpensIsCompared() {
        byte[] before = module(
                "shop",
                it -> it.requires(ModuleDesc.of("ledger"), List.of(AccessFlag.TRANSITIVE), null)
                        .opens(PackageDesc.of("shop"), 0));
        assertThat(rules(before, module("shop", it -> it.requires(ModuleDesc.of("mail"), 0, null))))
                .containsExactlyInAnyOrder(
                        "MODULE_TRANSITIVE_REMOVED breaking",
                        "MODULE_OPENS_REMOVED risky",
                        "MODULE_REQUIRES_ADDED risky");
        assertThat(rules(module("shop", it -> {}), module("shop.core", it -> {})))
                .containsExactly("MODULE_NAME_CHANGED breaking");
    }

    @Test
    void becomingAModuleOrNoneIsARisk() {
        byte[] plain = JarOfSources.of(CART);
        assertThat(rules(plain, module("shop", it -> {}))).containsExactly("MODULE_ADDED risky");
        assertThat(rules(module("shop", it -> {}), plain)).containsExactly("MODULE_REMOVED risky");
    }

    @Test
    void aModuleThatCannotBeReadIsUndetermined() {
        Map<String, byte[]> files = new TreeMap<>(JarOfSources.classes(CART));
        files.put("module-info.class", "no class".getBytes(StandardCharsets.UTF_8));
        assertThat(rules(module("shop", it -> {}), JarOfSources.zip(files)))
                .containsExactly("MODULE_UNREADABLE undetermined");
    }

    private static List<String> rules(byte[] before, byte[] now) {
        return compare(before, now).changes().stream()
                .map(change -> change.rule() + " " + change.judgement().word())
                .toList();
    }

    private static SurfaceComparison compare(byte[] before, byte[] now) {
        return new JarComparator().compare(before, now);
    }

    private static byte[] module(String name, Consumer<ModuleAttribute.ModuleAttributeBuilder> content) {
        Map<String, byte[]> files = new TreeMap<>(JarOfSources.classes(CART));
        files.put("module-info.class", ClassFile.of().buildModule(ModuleAttribute.of(ModuleDesc.of(name), it -> {
            it.requires(ModuleDesc.of("java.base"), List.of(AccessFlag.MANDATED), null);
            content.accept(it);
        })));
        return JarOfSources.zip(files);
    }

    private static byte[] jar(boolean multiRelease, String base, Map<Integer, String> releases) {
        Map<String, byte[]> files = new TreeMap<>(JarOfSources.classes(base));
        String manifest = "Manifest-Version: 1.0\r\n" + (multiRelease ? "Multi-Release: true\r\n" : "") + "\r\n";
        files.put("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
        releases.forEach((release, source) -> JarOfSources.classes(source)
                .forEach((path, bytes) -> files.put("META-INF/versions/" + release + "/" + path, bytes)));
        return JarOfSources.zip(files);
    }
}
