package io.axiom.version.surface.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import io.axiom.language.json.Json;
import io.axiom.language.version.surface.Judgement;
import io.axiom.language.version.surface.SurfaceChange;
import io.axiom.language.version.surface.SurfaceComparison;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProtobufComparatorTest {
    private static final ProtobufComparator COMPARATOR = new ProtobufComparator();

    @Test
    void severalFilesAreAJsonObjectOfNameToText() {
        String item = "syntax = \"proto3\"; package shop; message Item {}";
        String cart =
                "syntax = \"proto3\"; package shop; import \"item.proto\"; message Cart { repeated Item items = 1; }";

        SurfaceComparison comparison =
                COMPARATOR.compare(files("item.proto", item, "cart.proto", cart), files("item.proto", item));

        assertThat(comparison.changes()).extracting(SurfaceChange::rule).containsExactly("FILE_NO_DELETE");
        assertThat(comparison.changes()).extracting(SurfaceChange::path).containsExactly("cart.proto");
    }

    @Test
    void aTypeThatMovedToAnotherFileIsToldSo() {
        String header = "syntax = \"proto3\"; package shop; ";
        SurfaceComparison comparison = COMPARATOR.compare(
                files("a.proto", header + "message A {} message B {}", "b.proto", header),
                files("a.proto", header + "message A {}", "b.proto", header + "message B {}"));

        assertThat(comparison.changes()).singleElement().satisfies(change -> {
            assertThat(change.rule()).isEqualTo("MESSAGE_NO_DELETE");
            assertThat(change.sentence()).contains("moved to the file b.proto");
        });
    }

    @Test
    void aFileWithoutANameIsTheOnlyFileOfTheOtherSide() {
        String text = "syntax = \"proto3\"; message A {}";

        assertThat(COMPARATOR.compare(text, files("shop/a.proto", text)).changes())
                .isEmpty();
        assertThat(COMPARATOR.compare(files("shop/a.proto", text), text).changes())
                .isEmpty();
    }

    @Test
    void typesOfProtobufItselfNeedNotBeSent() {
        String header = "syntax = \"proto3\"; import \"google/protobuf/timestamp.proto\";"
                + " import \"google/protobuf/struct.proto\"; message A { ";
        SurfaceComparison comparison = COMPARATOR.compare(
                header + "google.protobuf.Timestamp at = 1; google.protobuf.NullValue none = 2; }",
                header + "google.protobuf.Struct at = 1; google.protobuf.NullValue none = 2; }");

        assertThat(comparison.changes()).extracting(SurfaceChange::rule).containsExactly("FIELD_SAME_TYPE");
    }

    @Test
    void anUnresolvedTypeIsComparedByName() {
        String header = "syntax = \"proto3\"; package shop; import \"money.proto\"; message A { ";

        assertThat(COMPARATOR
                        .compare(header + "Money m = 1; }", header + "Money m = 1; }")
                        .changes())
                .isEmpty();
        assertThat(COMPARATOR
                        .compare(header + "Money m = 1; }", header + "Price m = 1; }")
                        .verdict())
                .isEqualTo(Judgement.BREAKING);
        assertThat(COMPARATOR
                        .compare(header + "Money m = 1; }", header + "int32 m = 1; }")
                        .verdict())
                .isEqualTo(Judgement.BREAKING);
        assertThat(COMPARATOR
                        .compare(header + "Money m = 1; }", header + "shop.Money m = 1; }")
                        .verdict())
                .isEqualTo(Judgement.UNDETERMINED);
    }

    @Test
    void anotherUnresolvedImportMayBringAnotherTypeOfTheSameName() {
        SurfaceComparison comparison = COMPARATOR.compare(
                "syntax = \"proto3\"; import \"old.proto\"; message A { Money m = 1; }",
                "syntax = \"proto3\"; import \"new.proto\"; message A { Money m = 1; }");

        assertThat(comparison.verdict()).isEqualTo(Judgement.UNDETERMINED);
    }

    @Test
    void presenceOfAnUnresolvedTypeIsUndetermined() {
        SurfaceComparison comparison = COMPARATOR.compare(
                "syntax = \"proto3\"; import \"m.proto\"; message A { Money m = 1; }",
                "syntax = \"proto3\"; import \"m.proto\"; message A { optional Money m = 1; }");

        assertThat(comparison.changes()).extracting(SurfaceChange::rule).containsExactly("FIELD_SAME_CARDINALITY");
        assertThat(comparison.verdict()).isEqualTo(Judgement.UNDETERMINED);
    }

    @Test
    void aCustomOptionMayMeanAnything() {
        String header = "syntax = \"proto3\"; import \"google/api/annotations.proto\"; message A {}"
                + " service S { rpc Get(A) returns (A) { option (google.api.http) = { get: \"";
        SurfaceComparison comparison = COMPARATOR.compare(
                header + "/v1/a\" }; } }", header + "/v1/b\" additional_bindings { get: \"/c\" } }; } }");

        assertThat(comparison.verdict()).isEqualTo(Judgement.UNDETERMINED);
        assertThat(comparison.changes())
                .extracting(SurfaceChange::current)
                .containsExactlyInAnyOrder(
                        "(google.api.http).get = /v1/b", "(google.api.http).additional_bindings.get = /c");
    }

    @Test
    void deprecationIsSafe() {
        SurfaceComparison comparison = COMPARATOR.compare(
                "syntax = \"proto3\"; message A { int32 a = 1; }",
                "syntax = \"proto3\"; message A { int32 a = 1 [deprecated = true]; }");

        assertThat(comparison.verdict()).isEqualTo(Judgement.SAFE);
        assertThat(comparison.changes()).extracting(SurfaceChange::path).containsExactly("A.a");
    }

    @Test
    void anImportThatIsNoLongerPublicIsRisky() {
        String item = "syntax = \"proto3\"; message Item {}";
        SurfaceComparison comparison = COMPARATOR.compare(
                files("item.proto", item, "all.proto", "syntax = \"proto3\"; import public \"item.proto\";"),
                files("item.proto", item, "all.proto", "syntax = \"proto3\"; import \"item.proto\";"));

        assertThat(comparison.verdict()).isEqualTo(Judgement.RISKY);
    }

    private static String files(String... namesAndTexts) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return Json.mapper().writeValueAsString(files);
    }
}
