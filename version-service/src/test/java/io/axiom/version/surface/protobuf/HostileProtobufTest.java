package io.axiom.version.surface.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.axiom.language.RejectedException;
import io.axiom.language.Rejection;
import io.axiom.language.json.Json;
import io.axiom.language.version.surface.Judgement;
import io.axiom.version.surface.protobuf.schema.Schema;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileProtobufTest {
    private static final ProtobufComparator COMPARATOR = new ProtobufComparator();
    private static final String GOOD = "syntax = \"proto3\"; message A {}";

    @Test
    void tenThousandNestedMessagesAreRefused() {
        assertRefused("message A {".repeat(10_000) + "}".repeat(10_000), "surface.too-deep");
        assertRefused("message A { oneof a {" + "group A = 1 {".repeat(10_000), "surface.too-deep");
    }

    @Test
    void deeplyNestedOptionsAreRefused() {
        assertRefused("option (a) = " + "{ a ".repeat(10_000), "surface.too-deep");
        assertRefused("option (a) = { a: " + "[".repeat(10_000), "surface.too-deep");
    }

    @Test
    void twentyMegabytesAreRefused() {
        assertRefused("message A { int32 a = 1; } ".repeat(20 * 1024 * 1024 / 27), "surface.too-large");
    }

    @Test
    void theLargestSurfaceTakenIsCompared() {
        StringBuilder text = new StringBuilder("syntax = \"proto3\"; message A {\n");
        for (int i = 1; text.length() < Json.MAX_DOCUMENT - 100; i++) {
            text.append("int32 f")
                    .append(i)
                    .append(" = ")
                    .append(i < 19_000 ? i : i + 1_000)
                    .append(";\n");
        }
        text.append('}');

        assertThat(COMPARATOR.compare(text.toString(), text.toString()).changes())
                .isEmpty();
    }

    @Test
    void longNamesThatRepeatThemselvesAreRefused() {
        String deep = IntStream.range(0, 30)
                .mapToObj(i -> "message " + "M".repeat(500) + i + " {")
                .collect(Collectors.joining());
        String many = IntStream.range(1, 10_000)
                .mapToObj(i -> "optional int32 f" + i + " = " + i + ";")
                .collect(Collectors.joining());

        assertRefused(deep + many + "}".repeat(30), "surface.too-large");
    }

    @Test
    void longOptionPathsThatRepeatThemselvesAreRefused() {
        assertRefused(
                "option (" + "a".repeat(500) + ") = { " + "b".repeat(500) + " { " + "c: 1 ".repeat(100_000) + "} };",
                "surface.too-large");
    }

    @Test
    void hundredsOfThousandsOfDeletionsAreListed() {
        String fields = IntStream.range(1, 100_000)
                .mapToObj(i -> "int32 f" + i + " = " + i + ";")
                .collect(Collectors.joining());
        String reserved = IntStream.range(1, 50_000)
                .mapToObj(i -> "reserved " + 2 * i + "; reserved \"r" + i + "\";")
                .collect(Collectors.joining());
        String enums = " enum E { option allow_alias = true; "
                + IntStream.range(0, 20_000).mapToObj(i -> "V" + i + " = 0;").collect(Collectors.joining());
        String more =
                IntStream.range(0, 20_000).mapToObj(i -> "W" + i + " = 0;").collect(Collectors.joining());

        assertThat(COMPARATOR
                        .compare(
                                "syntax = \"proto3\"; message A {" + fields + "}" + enums + "}",
                                "syntax = \"proto3\"; message A {" + reserved + "}" + enums + more + "}")
                        .changes())
                .hasSize(99_999 + 20_000);
        assertThat(COMPARATOR
                        .compare(
                                "syntax = \"proto3\"; message A {" + reserved + "}",
                                "syntax = \"proto3\"; message A {" + fields + "}")
                        .verdict())
                .isEqualTo(Judgement.BREAKING);
    }

    @Test
    void importsInACircleEnd() {
        String circle = Json.mapper()
                .writeValueAsString(Map.of(
                        "a.proto", "syntax = \"proto3\"; import public \"b.proto\"; message A { B b = 1; }",
                        "b.proto", "syntax = \"proto3\"; import public \"a.proto\"; message B { A a = 1; }"));

        assertThat(COMPARATOR.compare(circle, circle).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            message A {                                  | the end of the file
            message { }                                  | the name of a message
            message A { int32 a = 0; }                   | between 1 and
            message A { int32 a = 99999999999999999999; }| not a whole number
            message A { int32 a = 1; int32 b = 1; }      | number 1 is taken
            message A { B b = 1; }                       | is called B
            message A {} message A {}                    | declared already
            message A { int32 a = 1 [ }                  | the name of an option
            message A { string s = 1 [default = "a }     | does not end
            enum A { }                                   | has no value
            enum A { Z = 2147483648; }                   | between
            service S { rpc A(B) returns (B); }          | is called B
            /* never ends                                | does not end
            message A { required int32 a = 1; }          | does not know the label
            message A { map<int32, int32> m = 1; reserved 5 to 3; } | ends before
            package a; package b;                        | second package
            ?                                            | expected a message
            ü                                            | unexpected character
            """)
    void aMistakeIsNamedWithItsLine(String body, String what) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> Schema.of(Map.of("shop.proto", "syntax = \"proto3\";\n" + body)))
                .satisfies(e -> {
                    assertThat(e.rejection().code()).isEqualTo("surface.malformed");
                    assertThat(e.rejection().kind()).isEqualTo(Rejection.Kind.INVALID);
                    assertThat(e.rejection().detail()).contains("shop.proto", "line 2", what);
                });
    }

    @Test
    void anEditionThatIsNotKnownIsNotGuessedAt() {
        assertRefused("edition = \"2077\"; message A {}", "surface.edition-unknown");
        assertRefused("syntax = \"proto4\"; message A {}", "surface.malformed");
    }

    @Test
    void namesOfFilesMustStayInside() {
        assertRefused("{\"../a.proto\": \"\"}", "surface.malformed");
        assertRefused("{\"/a.proto\": \"\"}", "surface.malformed");
        assertRefused("{\"a\\\\b.proto\": \"\"}", "surface.malformed");
    }

    @Test
    void whatIsNoObjectOfTextsIsRefused() {
        assertRefused("{", "surface.malformed");
        assertRefused("{}", "surface.malformed");
        assertRefused("{\"a.proto\": 1}", "surface.malformed");
        assertRefused("{\"a.proto\": null}", "surface.malformed");
        assertRefused("{\"a.proto\": {}}", "surface.malformed");
    }

    private static void assertRefused(String content, String code) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> COMPARATOR.compare(GOOD, content))
                .satisfies(e -> assertThat(e.rejection().code()).isEqualTo(code));
    }
}
